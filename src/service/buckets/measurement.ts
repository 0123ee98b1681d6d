import type { FolderSize } from '../../contract';
import { compareKeys, endOfPrefix } from './key-order';
import type { IPage, IStoredObject } from './page';
import { maySplit, splitLargest, subtreeOf, type IRange } from './ranges';
import { StaleTokenError } from './asker';
import type { GcsStore } from './store';
import { Tally, type ITallyOptions } from './tally';

type Place = {
  readonly bucket: string;
  readonly prefix: string;
  readonly payer?: string | null | undefined;
};

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
    place: Place,
    options: IMeasureOptions
  ) {
    this._store = store;
    this._place = place;
    this._concurrency = options.concurrency;
    this._maxCalls = options.maxCalls ?? Infinity;
    this._signal = options.signal;
    this.tally = new Tally(place.prefix, options);
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
      calls: this._account.calls
    });
  }

  /**
   * Ends when everything is counted, or when no more requests are allowed.
   *
   * @throws What the first range that cannot be listed throws.
   */
  async run(): Promise<void> {
    const { prefix } = this._place;
    const whole: IRange = {
      start: null,
      isListed: false,
      end: prefix === '' ? null : endOfPrefix(prefix),
      page: [],
      folders: [],
      hasTopFolders: true,
      seenSubtree: prefix,
      token: null,
      left: null,
      wantsFolders: false,
      hasSmallFolders: false,
      guess: undefined
    };
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
      this._account.calls < this._maxCalls
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
    this._account.calls += 1;
    const step = this._step(range).then(isOver => {
      this._running.delete(range);
      if (!isOver) {
        this._waiting.push(range);
      }
    });
    this._running.set(range, step);
  }

  private _splitOff(): boolean {
    const right = maySplit(this._account)
      ? splitLargest(
          this._running.keys(),
          this.tally.pagesAFolder(this._running.size)
        )
      : null;
    if (right === null) {
      return false;
    }
    this._account.splits += 1;
    this._start(right);
    return true;
  }

  private _lookWhereItPays(): boolean {
    if (!maySplit(this._account)) {
      return false;
    }
    for (const range of this._running.keys()) {
      const subtree = range.wantsFolders ? subtreeOf(range) : null;
      range.wantsFolders = false;
      if (subtree !== null) {
        this._look(range, subtree);
        return true;
      }
    }
    return false;
  }

  /** Finds the folders directly below a prefix from where the range stands. */
  private _look(range: IRange, prefix: string): void {
    this._account.calls += 1;
    this._account.looks += 1;
    range.seenSubtree = prefix;
    const query = {
      ...this._place,
      prefix,
      folded: true,
      columns: 'names',
      startOffset: range.start
    } as const;
    const look = this._store
      .page(query, 'background', this._signal)
      .then(
        ({ prefixes }) => {
          const found = prefixes.filter(folder => isAhead(range, folder));
          range.hasTopFolders = prefix === this._place.prefix;
          range.hasSmallFolders = false;
          range.folders = [...found, ...range.folders];
          range.guess = undefined;
        },
        () => {
          // A look that fails costs speed alone: what is wrong with the folder, its pages say.
        }
      )
      .finally(() => {
        this._looks.delete(look);
      });
    this._looks.add(look);
  }

  /** One page of a range. True: that was the last. */
  private async _step(range: IRange): Promise<boolean> {
    const page = await this._pageOf(range);
    const from = page.objects.findIndex(({ name }) => isNew(range, name));
    const fresh = from === -1 ? [] : page.objects.slice(from);
    const mine = fresh.slice(0, countBefore(fresh, range.end));
    this.tally.add(mine);
    const isOver = page.nextPageToken === null || mine.length < fresh.length;
    this._judge(range, isOver);
    const last = mine.at(-1);
    if (isOver || last === undefined) {
      range.token = page.nextPageToken;
      return isOver;
    }
    range.token = null;
    range.start = last.name;
    range.isListed = true;
    range.page = mine.map(({ name }) => name);
    range.guess = undefined;
    range.folders = range.folders.filter(folder => isAhead(range, folder));
    return false;
  }

  /** The first page of a range that was split off tells whether that was worth a request. */
  private _judge(range: IRange, isOver: boolean): void {
    const { left } = range;
    if (left === null) {
      return;
    }
    range.left = null;
    if (isOver) {
      left.wantsFolders = left.folders.length === 0;
      left.hasSmallFolders = true;
    } else {
      this._account.worthwhile += 1;
    }
  }

  private async _pageOf(range: IRange): Promise<IPage> {
    const query = {
      ...this._place,
      folded: false,
      columns: 'sizes',
      startOffset: range.start,
      endOffset: range.end
    } as const;
    try {
      return await this._store.page(
        { ...query, pageToken: range.token },
        'background',
        this._signal
      );
    } catch (reason) {
      if (!(reason instanceof StaleTokenError)) {
        throw reason;
      }
      return this._store.page(query, 'background', this._signal);
    }
  }

  private readonly _store: Pick<GcsStore, 'page'>;
  private readonly _place: Place;
  private readonly _concurrency: number;
  private readonly _maxCalls: number;
  private readonly _signal: AbortSignal;
  private readonly _waiting: IRange[] = [];
  private readonly _running = new Map<IRange, Promise<void>>();
  private readonly _looks = new Set<Promise<void>>();
  private readonly _account = {
    splits: 0,
    worthwhile: 0,
    looks: 0,
    calls: 0
  };
}

/** The last key of a page comes again at the head of the next one. */
function isNew({ start, isListed }: IRange, name: string): boolean {
  return start === null || !isListed || compareKeys(name, start) > 0;
}

function isAhead({ start, end }: IRange, folder: string): boolean {
  return (
    (start === null || compareKeys(folder, start) > 0) &&
    (end === null || compareKeys(folder, end) < 0)
  );
}

/** How many of these names, which are in order, come before `end`. */
function countBefore(
  objects: readonly IStoredObject[],
  end: string | null
): number {
  const last = objects.at(-1);
  if (end === null || last === undefined || compareKeys(last.name, end) < 0) {
    return objects.length;
  }
  return objects.findIndex(({ name }) => compareKeys(name, end) >= 0);
}
