import { compareKeys } from '../../../src/service/buckets/names/key-order';
import type { IPage } from '../../../src/service/buckets/store/page';
import type { IPageQuery } from '../../../src/service/buckets/store/page-query';
import {
  inColumns,
  type ISizedPage
} from '../../../src/service/buckets/store/sized-objects';

/** What one request takes, in the store's own time. */
const REQUEST_MS = 50;

/**
 * A bucket in memory whose requests take 50 ms each of a time of its own, so that how well requests overlap is
 * measured without a clock on the wall.
 */
export class ClockedStore {
  constructor(names: readonly string[]) {
    const isSorted = names.every(
      (name, at) => at === 0 || compareKeys(names[at - 1] ?? '', name) < 0
    );
    this._names = isSorted ? names : [...new Set(names)].sort(compareKeys);
  }

  /** Milliseconds since the first request. */
  nowMs = 0;
  calls = 0;

  get pages(): number {
    return Math.ceil(this._names.length / 1000);
  }

  get objects(): number {
    return this._names.length;
  }

  /** What one page after the other would take. */
  get sequentialMs(): number {
    return this.pages * REQUEST_MS;
  }

  readonly page = (query: IPageQuery): Promise<IPage> =>
    this._answer(() => this._folded(query));

  readonly sizes = (
    query: Omit<IPageQuery, 'folded' | 'columns'>
  ): Promise<ISizedPage> => this._answer(() => this._flat(query));

  private _answer<P>(make: () => P): Promise<P> {
    this.calls += 1;
    const atMs = this.nowMs + REQUEST_MS;
    return new Promise(resolve => {
      this._due.push({
        atMs,
        end: () => {
          resolve(make());
        }
      });
      if (this._due.length === 1) {
        setImmediate(this._tick);
      }
    });
  }

  /** Ends the requests that are due next, then lets whoever waits for them ask again. */
  private readonly _tick = (): void => {
    const atMs = Math.min(...this._due.map(one => one.atMs));
    const ended = this._due.filter(one => one.atMs === atMs);
    this._due = this._due.filter(one => one.atMs !== atMs);
    this.nowMs = atMs;
    for (const { end } of ended) {
      end();
    }
    setImmediate(() => {
      if (this._due.length > 0) {
        this._tick();
      }
    });
  };

  private _flat({
    prefix,
    startOffset,
    endOffset
  }: Omit<IPageQuery, 'folded' | 'columns'>): ISizedPage {
    const from = Math.max(this._find(startOffset ?? ''), this._find(prefix));
    const end = endOffset ? this._find(endOffset) : this._names.length;
    const to = Math.max(from, Math.min(end, from + 1000));
    return {
      objects: inColumns(this._names.slice(from, to).map(object)),
      nextPageToken: to < end ? 'more' : null
    };
  }

  private _folded({ prefix, startOffset }: IPageQuery): IPage {
    const prefixes: string[] = [];
    let at = Math.max(this._find(startOffset ?? ''), this._find(prefix));
    for (let entries = 0; entries < 1000; entries += 1) {
      const name = this._names[at];
      if (!name?.startsWith(prefix)) {
        return { prefixes, objects: [], nextPageToken: null };
      }
      const slash = name.indexOf('/', prefix.length);
      if (slash === -1) {
        at += 1;
      } else {
        prefixes.push(name.slice(0, slash + 1));
        at = this._find(`${name.slice(0, slash)}0`);
      }
    }
    return { prefixes, objects: [], nextPageToken: 'more' };
  }

  /** The first name that is not before a key. */
  private _find(key: string): number {
    let low = 0;
    let high = this._names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareKeys(this._names[middle] ?? '', key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private readonly _names: readonly string[];
  private _due: { atMs: number; end: () => void }[] = [];
}

function object(name: string): IPage['objects'][number] {
  return {
    name,
    bytes: 1,
    createdAt: null,
    updatedAt: null,
    storageClass: 'STANDARD'
  };
}
