import type { FolderSize } from '../../contract';
import { Alphabets } from './alphabets';
import { Budget } from './budget';
import { compareKeys, endOfPrefix } from './key-order';
import type { IListedFolder } from './listing';
import { Looks, type ILook } from './looks';
import { PAGE_ENTRIES } from './page-query';
import { wholeRange, type IRange } from './range';
import { folderToLookAt, isAbove, isAhead } from './range-folders';
import { nextOf } from './range-page';
import { isAtLoss, pagesLeft, splitLargest } from './ranges';
import type { GcsStore } from './store';
import { Tally, type ITallyOptions } from './tally';

/**
 * How a folder is measured.
 */
export interface IMeasureOptions extends ITallyOptions {
  /** Requests in flight. */
  readonly concurrency: number;
  /** No more requests than this; absent: as many as it takes. */
  readonly maxCalls?: number;
  readonly signal: AbortSignal;
}

/**
 * Lists all objects below a folder in ranges of keys, each one page at a time, as many at once as are allowed.
 *
 * A free place goes to a range that waits, else to a look at folders where guesses went wrong, else to half of
 * the range that seems to have most to come.
 */
export class Measurement {
  constructor(
    store: Pick<GcsStore, 'page'>,
    place: IListedFolder,
    options: IMeasureOptions
  ) {
    this._store = store;
    this._place = place;
    this._concurrency = options.concurrency;
    this._maxCalls = options.maxCalls ?? Infinity;
    this._signal = options.signal;
    this.tally = new Tally(place.prefix, options);
    this._known = new Alphabets(place.prefix);
    this._looked = new Looks(place.prefix);
  }

  /** What was counted so far. */
  readonly tally: Tally;

  /**
   * @param isOver - Nothing more is coming: all is counted, or no more requests are allowed.
   */
  report(isOver: boolean): FolderSize {
    const complete = isOver && this._waiting.length === 0;
    return this.tally.report({
      phase: complete ? 'done' : isOver ? 'stopped' : 'listing',
      complete,
      calls: this._calls
    });
  }

  /**
   * Ends when everything is counted, or when no more requests are allowed.
   *
   * @throws What the first range that cannot be listed throws.
   */
  async run(): Promise<void> {
    const { prefix } = this._place;
    const whole = wholeRange(prefix === '' ? null : endOfPrefix(prefix));
    this._start(whole);
    // The folders directly below cost one request and are the best places to split at.
    this._look(whole, prefix);
    while (this._running.size > 0) {
      await Promise.race([...this._running.values(), ...this._looks]);
      this._fill();
    }
  }

  private _fill(): void {
    while (
      this._running.size + this._looks.size < this._concurrency &&
      this._calls < this._maxCalls
    ) {
      const waiting = this._waiting.shift();
      if (waiting) {
        this._start(waiting);
      } else if (!this._lookWhereItPays() && !this._splitOff()) {
        return;
      }
    }
  }

  private _start(range: IRange): void {
    this._calls += 1;
    const step = this._step(range).then(isOver => {
      this._running.delete(range);
      if (!isOver) {
        this._waiting.push(range);
      }
    });
    this._running.set(range, step);
  }

  private _splitOff(): boolean {
    const right = this._isAllowedMore()
      ? splitLargest(this._running.keys(), this._known)
      : null;
    if (right === null) {
      return false;
    }
    this._start(right);
    return true;
  }

  private _isAllowedMore(): boolean {
    let left = 0;
    for (const range of this._running.keys()) {
      left += pagesLeft(range, this._known);
    }
    const open = this._running.size;
    return this._budget.allows({
      answered: this._calls - open - this._looks.size,
      pages: this.tally.objects / PAGE_ENTRIES,
      open,
      left
    });
  }

  private _lookWhereItPays(): boolean {
    for (const range of this._running.keys()) {
      const folder = isAtLoss(range, this._known)
        ? folderToLookAt(range, this._looked)
        : null;
      if (folder !== null && this._isAllowedMore()) {
        range.inVain = 0;
        this._look(range, folder);
        return true;
      }
    }
    return false;
  }

  /** Finds the folders directly below a prefix from where the range stands. */
  private _look(range: IRange, prefix: string): void {
    this._calls += 1;
    this._looked.began(prefix);
    range.isLookedAt = true;
    const from = range.start;
    const query = {
      ...this._place,
      prefix,
      folded: true,
      columns: 'names',
      startOffset: from
    } as const;
    const look = this._store
      .page(query, 'background', this._signal)
      .then(
        ({ prefixes, nextPageToken }) => {
          range.isLookedAt = false;
          this._looked.found(prefix, prefixes.length);
          const until = nextPageToken === null ? null : (prefixes.at(-1) ?? '');
          this._found(
            { prefix, from, until, passed: 0, objects: 0 },
            prefixes,
            range
          );
        },
        () => {
          range.isLookedAt = false;
          // A look that fails costs speed alone: what is wrong with the folder, its pages say.
        }
      )
      .finally(() => {
        this._looks.delete(look);
      });
    this._looks.add(look);
  }

  /** All ranges learn of the folders that a look found. */
  private _found(
    look: ILook,
    prefixes: readonly string[],
    asking: IRange
  ): void {
    for (const range of [...this._running.keys(), ...this._waiting]) {
      const isCovered =
        look.from === null ||
        (range.start !== null && compareKeys(range.start, look.from) >= 0);
      if (isCovered) {
        const found = prefixes.filter(folder => isAhead(range, folder));
        range.folders = [...new Set([...found, ...range.folders])].sort(
          compareKeys
        );
        range.looks = [...range.looks, look];
        range.guess = undefined;
      }
    }
    const [only, ...others] = prefixes;
    if (
      only !== undefined &&
      others.length === 0 &&
      isAbove(only, asking) &&
      this._calls < this._maxCalls &&
      this._isAllowedMore()
    ) {
      // The only folder in a folder: what there is to know lies in it.
      this._look(asking, only);
    }
  }

  /** One page of a range. True: that was the last. */
  private async _step(range: IRange): Promise<boolean> {
    const { mine, isOver, token } = await nextOf(
      this._store,
      this._place,
      range,
      this._signal
    );
    this.tally.add(mine);
    this._judge(range, mine.length, isOver);
    const first = mine[0];
    const last = mine.at(-1);
    if (isOver || first === undefined || last === undefined) {
      range.token = token;
      return isOver;
    }
    range.isLearned = this._known.learn(
      mine.map(({ name }) => name),
      range.isLearned ? range.start : null
    );
    range.token = null;
    range.start = last.name;
    range.isListed = true;
    range.page = { first: first.name, last: last.name, keys: mine.length };
    range.pages += 1;
    range.reach += 1;
    range.guess = undefined;
    this._pass(range, mine.length);
    return false;
  }

  /** Leaves the folders behind that the last page came to. */
  private _pass(range: IRange, objects: number): void {
    const ahead = range.folders.filter(folder => isAhead(range, folder));
    const look = range.looks.at(-1);
    if (look !== undefined) {
      look.passed += range.folders.length - ahead.length;
      look.objects += objects;
    }
    if (ahead.length < range.folders.length) {
      range.reach = 0;
    }
    range.folders = ahead;
  }

  /** The first page of a range that was split off says something about what is before it, too. */
  private _judge(range: IRange, objects: number, isOver: boolean): void {
    if (isOver) {
      this._budget.ended(objects / PAGE_ENTRIES);
    }
    const { left } = range;
    if (left === null) {
      return;
    }
    range.left = null;
    left.isJudged = true;
    const last = left.page?.last ?? '';
    if (objects === 0 && isOver) {
      left.inVain += 1;
      this._known.refute(last, range.start ?? '', range.end);
    } else {
      left.inVain = 0;
      left.isEndReal = true;
      this._known.confirm(last, range.start ?? '');
    }
    left.guess = undefined;
  }

  private readonly _store: Pick<GcsStore, 'page'>;
  private readonly _place: IListedFolder;
  private readonly _concurrency: number;
  private readonly _maxCalls: number;
  private readonly _signal: AbortSignal;
  private readonly _waiting: IRange[] = [];
  private readonly _running = new Map<IRange, Promise<void>>();
  private readonly _looks = new Set<Promise<void>>();
  private readonly _looked: Looks;
  private readonly _known: Alphabets;
  private readonly _budget = new Budget();
  private _calls = 0;
}
