import type { FolderSize } from '../../contract';
import { compareKeys, endOfPrefix } from './key-order';
import type { IStoredObject } from './page';
import { maySplit, splitLargest, type IRange } from './ranges';
import { StaleTokenError, type GcsStore } from './store';
import { Tally } from './tally';

/** How often a reader hears of it: smooth to look at, and nothing beside a request. */
const REPORT_EVERY_MS = 250;

type Place = { readonly bucket: string; readonly prefix: string };

/**
 * How a folder is measured.
 */
export interface IMeasurement {
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/**
 * Bytes and objects below a folder, listed in many ranges of keys at once.
 *
 * Exact when it ends; until then, and when it fails or is cancelled, every report says "at least".
 */
export async function* measureFolder(
  store: Pick<GcsStore, 'page'>,
  place: Place,
  { concurrency, signal }: IMeasurement
): AsyncGenerator<FolderSize, void, undefined> {
  const ended = new AbortController();
  const work = new Measuring(
    store,
    place,
    concurrency,
    AbortSignal.any([signal, ended.signal])
  );
  try {
    const done = work.run();
    // Awaited at the end; until then it must not count as unhandled.
    done.catch(() => undefined);
    while (!(await hasEndedWithin(done, REPORT_EVERY_MS))) {
      yield work.report(false);
    }
    if (!(await hasSucceeded(done)) && !signal.aborted) {
      // What was counted is worth having, whatever the failure that follows.
      yield work.report(false);
    }
    await done;
    yield work.report(true);
  } finally {
    ended.abort();
  }
}

function hasSucceeded(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false
  );
}

async function hasEndedWithin(
  work: Promise<void>,
  ms: number
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => {
      resolve(false);
    }, ms);
  });
  const end = work.then(
    () => true,
    () => true
  );
  const ended = await Promise.race([end, late]);
  clearTimeout(timer);
  return ended;
}

class Measuring {
  constructor(
    store: Pick<GcsStore, 'page'>,
    place: Place,
    concurrency: number,
    signal: AbortSignal
  ) {
    this._store = store;
    this._place = place;
    this._concurrency = concurrency;
    this._signal = signal;
    this._tally = new Tally(place.prefix);
    this._whole = {
      start: null,
      isListed: false,
      end: place.prefix === '' ? null : endOfPrefix(place.prefix),
      page: [],
      folders: [],
      token: null,
      guess: undefined
    };
  }

  report(isDone: boolean): FolderSize {
    return this._tally.report({
      phase: isDone ? 'done' : 'listing',
      complete: isDone,
      calls: this._calls
    });
  }

  /** Keeps as many ranges in flight as are allowed, each one page at a time. */
  async run(): Promise<void> {
    const running = new Map<IRange, Promise<void>>();
    // A look that fails costs speed alone: what is wrong with the folder, its pages say.
    const scout = this._findFolders().catch(() => undefined);
    this._waiting.push(this._whole);
    for (;;) {
      this._fill(running);
      if (running.size === 0) {
        break;
      }
      // The scout may bring folders to split at before any page is there.
      await Promise.race(
        this._hasScouted ? running.values() : [...running.values(), scout]
      );
    }
  }

  private _fill(running: Map<IRange, Promise<void>>): void {
    while (running.size < this._concurrency) {
      const range = this._waiting.shift() ?? this._split(running.keys());
      if (range === null) {
        return;
      }
      const step = this._step(range).then(isOver => {
        running.delete(range);
        if (!isOver) {
          this._waiting.push(range);
        }
      });
      running.set(range, step);
    }
  }

  private _split(running: Iterable<IRange>): IRange | null {
    if (!maySplit(this._splits, this._calls)) {
      return null;
    }
    const right = splitLargest(running);
    this._splits += right === null ? 0 : 1;
    return right;
  }

  /** The folders directly below cost one request and are the best places to split at. */
  private async _findFolders(): Promise<void> {
    this._calls += 1;
    const page = await this._store
      .page(
        { ...this._place, folded: true, columns: 'names' },
        'background',
        this._signal
      )
      .finally(() => {
        this._hasScouted = true;
      });
    this._whole.folders = page.prefixes.filter(
      prefix =>
        (this._whole.start === null ||
          compareKeys(prefix, this._whole.start) > 0) &&
        (this._whole.end === null || compareKeys(prefix, this._whole.end) < 0)
    );
  }

  /** One page of a range. True: that was the last. */
  private async _step(range: IRange): Promise<boolean> {
    this._calls += 1;
    const page = await this._pageOf(range);
    const isAsked = ({ name }: IStoredObject): boolean =>
      !(range.isListed && range.start !== null) ||
      compareKeys(name, range.start) > 0;
    const from = page.objects.findIndex(isAsked);
    const fresh = from === -1 ? [] : page.objects.slice(from);
    const mine = fresh.slice(0, countBefore(fresh, range.end));
    this._tally.add(mine);
    if (page.nextPageToken === null || mine.length < fresh.length) {
      return true;
    }
    const last = mine.at(-1);
    if (last === undefined) {
      range.token = page.nextPageToken;
      return false;
    }
    range.token = null;
    range.start = last.name;
    range.isListed = true;
    range.page = mine.map(({ name }) => name);
    range.guess = undefined;
    range.folders = range.folders.filter(
      folder => compareKeys(folder, last.name) > 0
    );
    return false;
  }

  private async _pageOf(range: IRange): ReturnType<GcsStore['page']> {
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
  private readonly _signal: AbortSignal;
  private readonly _tally: Tally;
  private readonly _whole: IRange;
  private readonly _waiting: IRange[] = [];
  private _hasScouted = false;
  private _splits = 0;
  private _calls = 0;
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
