import type { FolderSize } from '../../../contract';
import { endOfPrefix } from '../names/key-order';
import type { IListedFolder } from '../listing/listing';
import { PAGE_ENTRIES } from '../store/page-query';
import type { MeasuredStore } from '../store/store';
import { Alphabets } from './alphabets';
import { Budget } from './budget';
import { Looks } from './looks';
import type { Move } from './move';
import { cut, planOf, type IKnowledge } from './plan';
import { wholeRange, type IRange } from './range';
import { noteFolders } from './range-folders';
import { nextOf, ownOn } from './range-page';
import { Tally, type ITallyOptions } from './tally';

/** A part smaller than that, or than this share of what each place has to do, is not worth a range of its own. */
const LEAST_CUT = 1.5;
const PARTS = 4;

/** Each page that a range brings makes up for so much of a guess that was in vain. */
const FORGIVEN = 0.1;

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
    store: MeasuredStore,
    place: IListedFolder,
    options: IMeasureOptions
  ) {
    this._store = store;
    this._place = place;
    this._concurrency = options.concurrency;
    this._maxCalls = options.maxCalls ?? Infinity;
    this._signal = options.signal;
    this._budget = new Budget(options.concurrency);
    this.tally = new Tally(place.prefix, options);
    const { prefix } = place;
    this._known = {
      names: new Alphabets(prefix),
      looks: new Looks(prefix),
      seen: () => this.tally.objects / PAGE_ENTRIES,
      prefix
    };
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
  run(): Promise<void> {
    const { prefix } = this._place;
    return new Promise(resolve => {
      this._end = resolve;
      this._start(wholeRange(prefix === '' ? null : endOfPrefix(prefix)));
    });
  }

  /** Once a request is answered. A failed one ends all, and those that are still under way start no others. */
  private _after(answered: Promise<void>): void {
    const done = answered.then(() => {
      if (!this._hasFailed) {
        this._fill();
      }
      if (this._running.size === 0) {
        this._end();
      }
    });
    done.catch(() => {
      this._hasFailed = true;
      this._end(done);
    });
  }

  private _fill(): void {
    while (
      this._running.size + this._looks < this._concurrency &&
      this._calls < this._maxCalls
    ) {
      const waiting = this._waiting.shift();
      if (waiting) {
        this._start(waiting);
      } else if (!this._doBest()) {
        return;
      }
    }
  }

  private _start(range: IRange): void {
    this._calls += 1;
    this._running.add(range);
    this._after(this._step(range));
  }

  /** The move that promises most; false: there is none, or no more is allowed. */
  private _doBest(): boolean {
    const plans = [...this._running].map(range => ({
      range,
      ...planOf(range, this._known)
    }));
    const open = this._running.size;
    const standing = {
      answered: this._calls - open - this._looks,
      pages: this.tally.objects / PAGE_ENTRIES,
      open,
      thought: plans.reduce((sum, { pages }) => sum + pages, 0)
    };
    if (!this._budget.allows(standing)) {
      return false;
    }
    const left = this._budget.believed(standing);
    const leastCut = Math.max(LEAST_CUT, left / PARTS / this._concurrency);
    let best: { range: IRange; move: Move } | null = null;
    for (const { range, move } of plans) {
      const isWorth = move?.kind === 'look' || (move?.value ?? 0) >= leastCut;
      if (move !== null && isWorth && move.value > (best?.move.value ?? 0)) {
        best = { range, move };
      }
    }
    if (best === null) {
      return false;
    }
    const { range, move } = best;
    if (move.kind === 'look') {
      this._look(range, move.folder);
    } else {
      this._start(cut(range, move));
    }
    return true;
  }

  /** Finds the folders directly in one from where the range stands. */
  private _look(range: IRange, folder: string): void {
    this._calls += 1;
    const { looks } = this._known;
    looks.began(folder);
    range.isLookedAt = true;
    range.plan = undefined;
    const from = range.start;
    const query = {
      ...this._place,
      prefix: folder,
      folded: true,
      columns: 'names',
      startOffset: from
    } as const;
    this._looks += 1;
    const found = this._store
      .page(query, 'background', this._signal)
      .then(
        ({ prefixes, nextPageToken }) => {
          const until = nextPageToken === null ? null : (prefixes.at(-1) ?? '');
          looks.found(folder, { from, until, folders: prefixes });
        },
        () => {
          // A look that fails only costs speed: if the folder is at fault, its pages will say so.
          looks.failed(folder);
        }
      )
      .finally(() => {
        range.isLookedAt = false;
        for (const one of this._running) {
          one.plan = undefined;
        }
        this._looks -= 1;
      });
    this._after(found);
  }

  /** One page of a range, which waits for its next one then. */
  private async _step(range: IRange): Promise<void> {
    const listed = await nextOf(this._store, this._place, range, this._signal);
    const { objects, nextPageToken } = listed;
    // From here to the end nobody else has a turn, who might cut the range meanwhile.
    this._running.delete(range);
    const { from, to, isOver } = ownOn(listed, range);
    const keys = to - from;
    this.tally.add(objects, from, to);
    this._judge(range, keys, isOver);
    if (!isOver) {
      this._waiting.push(range);
    }
    if (keys === 0) {
      range.token = nextPageToken;
      return;
    }
    const { names, looks, prefix } = this._known;
    const first = objects.nameAt(from);
    const last = objects.nameAt(to - 1);
    const page = { first, last, from, keys };
    noteFolders(range, objects, page, isOver, looks, prefix);
    if (isOver) {
      return;
    }
    const before = range.isLearned ? range.start : null;
    range.isLearned = names.learn(objects, page, before);
    range.token = null;
    range.start = last;
    range.isListed = true;
    range.page = page;
    range.plan = undefined;
    range.inVain = Math.max(0, range.inVain - FORGIVEN);
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
      this._known.names.refute(last, range.start ?? '', range.end);
    } else {
      left.inVain = 0;
      left.isEndReal = true;
      this._known.names.confirm(last, range.start ?? '');
    }
    left.plan = undefined;
  }

  private readonly _store: MeasuredStore;
  private readonly _place: IListedFolder;
  private readonly _concurrency: number;
  private readonly _maxCalls: number;
  private readonly _signal: AbortSignal;
  private readonly _waiting: IRange[] = [];
  private readonly _running = new Set<IRange>();
  private _hasFailed = false;
  private _end: (how?: Promise<void>) => void = () => undefined;
  private _looks = 0;
  private readonly _known: IKnowledge;
  private readonly _budget: Budget;
  private _calls = 0;
}
