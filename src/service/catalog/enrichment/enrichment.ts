import {
  LeapError,
  type Dataset,
  type StoreFacts,
  type StoreReach
} from '../../../contract';
import { causes, log } from '../../log';
import { isOpen } from '../reach/kept-checks';
import { Rests } from './rests';
import type { StoreBook } from './store-book';

/** Data sets looked at one beside another: their hosts serve everybody else as well. */
const CONCURRENCY = 2;

/** Time for one store. */
const STORE_LIMIT_MS = 20_000;

/** A round ends by then, and the next one goes on from there. */
const ROUND_LIMIT_MS = 600_000;

/** What was learnt is written to disk after so many stores, so that a stop loses little. */
const SAVE_EVERY = 10;

/** Stores of one data set that are read: the others mostly hold the same of another year. */
const MAX_READ = 6;

/**
 * What enrichment asks of the rest.
 */
export interface IEnrichmentOptions {
  /** Try which stores of a data set open from here, and keep the checks. */
  readonly tryStores: (
    dataset: Dataset,
    signal: AbortSignal
  ) => Promise<readonly ITriedStore[]>;
  /** What is in a store; null where that is not told. */
  readonly readFacts: (
    url: string,
    signal: AbortSignal
  ) => Promise<StoreFacts | null>;
  readonly book: StoreBook;
  /** Called after something new was learnt. */
  readonly onLearnt: () => void;
  readonly now: () => Date;
}

/** What trying a store came to. */
export interface ITriedStore {
  readonly url: string;
  readonly status: StoreReach['status'];
}

/**
 * Finds out what is in the stores of the catalog, behind everybody's back and politely: begun when the section is used,
 * two data sets at a time, only stores that open from here, each once a week. Where it was stopped it goes on, and a
 * store that gave no answer is asked again after a while.
 */
export class Enrichment {
  constructor(options: IEnrichmentOptions) {
    this._options = options;
    this._rests = new Rests(options.now);
  }

  /**
   * Begin, or go on; nothing while none of the data sets is due. A catalog that is not there yet is no round: the next
   * search begins one.
   *
   * @param datasets - All of them, the same list as long as it is the same catalog.
   * @param shown - The ids of those that somebody looks at, which are read before the others.
   */
  start(datasets: readonly Dataset[], shown: readonly string[] = []): void {
    this._shown = new Set(shown);
    if (this._round) {
      return;
    }
    const due = this._rests.due(datasets);
    if (due.length === 0) {
      return;
    }
    this._unread = new Set(due.map(({ id }) => id));
    this._round = this._run(due)
      .catch((reason: unknown) => {
        log('stores not read further', { reason: causes(reason) });
      })
      .finally(() => {
        this._round = undefined;
        this._unread.clear();
      });
  }

  /** Whether stores are being read. */
  get isRunning(): boolean {
    return this._round !== undefined;
  }

  /** Whether the stores of this data set are being read, or wait for that. */
  isReading(id: string): boolean {
    return this._unread.has(id);
  }

  /** Resolves when no round is running. */
  async settled(): Promise<void> {
    await this._round;
  }

  private async _run(datasets: readonly Dataset[]): Promise<void> {
    const signal = AbortSignal.timeout(ROUND_LIMIT_MS);
    const waiting = new Map(datasets.map(dataset => [dataset.id, dataset]));
    let unsaved = 0;
    const work = async (): Promise<void> => {
      for (
        let dataset = this._next(waiting);
        dataset && !signal.aborted;
        dataset = this._next(waiting)
      ) {
        unsaved += await this._enrichOnce(dataset, signal);
        if (unsaved >= SAVE_EVERY) {
          unsaved = 0;
          await this._options.book.save();
        }
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
    if (unsaved > 0) {
      await this._options.book.save();
    }
  }

  /** Taken out of those that wait: one that is looked at, else the first. */
  private _next(waiting: Map<string, Dataset>): Dataset | undefined {
    const shown = [...this._shown].find(id => waiting.has(id));
    const [first] = waiting.keys();
    const id = shown ?? first;
    const dataset = id === undefined ? undefined : waiting.get(id);
    if (dataset) {
      waiting.delete(dataset.id);
    }
    return dataset;
  }

  /** How many stores were tried. Afterwards the data set rests, whatever happened. */
  private async _enrichOnce(
    dataset: Dataset,
    signal: AbortSignal
  ): Promise<number> {
    let isAgain = true;
    try {
      const { tried, unanswered } = await this._enrich(dataset, signal);
      isAgain = unanswered > 0;
      return tried;
    } finally {
      this._rests.note(dataset, isAgain);
      this._unread.delete(dataset.id);
    }
  }

  /** How many stores were tried, and how many of these gave no answer. */
  private async _enrich(
    dataset: Dataset,
    signal: AbortSignal
  ): Promise<{ tried: number; unanswered: number }> {
    const { book, tryStores, onLearnt } = this._options;
    const first = dataset.stores.slice(0, MAX_READ).map(({ url }) => url);
    const stale = new Set<string>();
    for (const url of first) {
      if (!(await book.isFresh(url))) {
        stale.add(url);
      }
    }
    if (stale.size === 0) {
      return { tried: 0, unanswered: 0 };
    }
    const stores = dataset.stores.filter(({ url }) => stale.has(url));
    const tried = await tryStores({ ...dataset, stores }, signal);
    let unanswered = tried.filter(({ status }) => !isAnswer(status)).length;
    for (const { url } of tried.filter(isOpen)) {
      if (!(await this._read(url, signal))) {
        unanswered++;
      }
      // One after the other: what is in the first is searched while the others are read.
      onLearnt();
    }
    onLearnt();
    return { tried: tried.length, unanswered };
  }

  /**
   * A store that cannot be read is one without facts; why is in the log. False where asking again may help.
   */
  private async _read(url: string, signal: AbortSignal): Promise<boolean> {
    const { book, readFacts } = this._options;
    const limit = AbortSignal.timeout(STORE_LIMIT_MS);
    try {
      const facts = await readFacts(url, AbortSignal.any([signal, limit]));
      await book.noteFacts(url, facts);
      return true;
    } catch (reason) {
      const { code, message, retryable } = LeapError.from(reason);
      if (signal.aborted || limit.aborted || retryable) {
        return false;
      }
      log('store not read', { code, message });
      await book.noteFacts(url, null);
      return true;
    }
  }

  private readonly _options: IEnrichmentOptions;
  private readonly _rests: Rests;
  private _round: Promise<void> | undefined;
  /** Of this round, those that are not done. */
  private _unread = new Set<string>();
  private _shown: ReadonlySet<string> = new Set();
}

/** Nothing was found out where there was no time, or no network. */
function isAnswer(status: ITriedStore['status']): boolean {
  return status !== 'unknown' && status !== 'unreachable';
}
