import { LeapError, type Dataset, type StoreFacts } from '../../../contract';
import { causes, log } from '../../log';
import type { StoreBook } from './store-book';

/** Data sets looked at one beside another: their hosts serve everybody else as well. */
const CONCURRENCY = 2;

/** Time for one store; what takes longer is left for another day. */
const STORE_LIMIT_MS = 20_000;

/** A round ends by then, and the next one goes on from there. */
const ROUND_LIMIT_MS = 600_000;

/** From the end of a round to the next one. */
const PAUSE_MS = 600_000;

/** What was learnt is written to disk after so many stores, so that a stop loses little. */
const SAVE_EVERY = 10;

/** Stores of one data set that are read: the others mostly hold the same of another year. */
const MAX_READ = 6;

/**
 * What enrichment asks of the rest.
 */
export interface IEnrichmentOptions {
  /** Try which stores of a data set open from here, and keep the checks. Stores of which nothing was found out are left out. */
  readonly tryStores: (
    dataset: Dataset,
    signal: AbortSignal
  ) => Promise<readonly { readonly url: string; readonly isOpen: boolean }[]>;
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

/**
 * Finds out what is in the stores of the catalog, behind everybody's back and politely: begun when the section is used,
 * two data sets at a time, only stores that open from here, each once a week. Where it was stopped it goes on.
 */
export class Enrichment {
  constructor(options: IEnrichmentOptions) {
    this._options = options;
  }

  /**
   * Begin, or go on; nothing while a round is running or has just ended. A catalog that is not there yet is no round:
   * the next search begins one.
   */
  start(datasets: readonly Dataset[]): void {
    const isEarly = this._options.now().getTime() < this._notBefore;
    if (this._round || isEarly || datasets.length === 0) {
      return;
    }
    this._round = this._run(datasets)
      .catch((reason: unknown) => {
        log('stores not read further', { reason: causes(reason) });
      })
      .finally(() => {
        this._notBefore = this._options.now().getTime() + PAUSE_MS;
        this._round = undefined;
      });
  }

  /** Whether stores are being read. */
  get isRunning(): boolean {
    return this._round !== undefined;
  }

  /** Resolves when no round is running. */
  async settled(): Promise<void> {
    await this._round;
  }

  private async _run(datasets: readonly Dataset[]): Promise<void> {
    const signal = AbortSignal.timeout(ROUND_LIMIT_MS);
    const waiting = [...datasets];
    let unsaved = 0;
    const work = async (): Promise<void> => {
      for (
        let dataset = waiting.shift();
        dataset && !signal.aborted;
        dataset = waiting.shift()
      ) {
        const learnt = await this._enrich(dataset, signal);
        unsaved += learnt;
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

  /** The number of stores of which something was found out. */
  private async _enrich(
    dataset: Dataset,
    signal: AbortSignal
  ): Promise<number> {
    const { book, tryStores, onLearnt } = this._options;
    const first = dataset.stores.slice(0, MAX_READ).map(({ url }) => url);
    const stale = new Set<string>();
    for (const url of first) {
      if (!(await book.isFresh(url))) {
        stale.add(url);
      }
    }
    if (stale.size === 0) {
      return 0;
    }
    const stores = dataset.stores.filter(({ url }) => stale.has(url));
    const tried = await tryStores({ ...dataset, stores }, signal);
    for (const { url } of tried.filter(({ isOpen }) => isOpen)) {
      await this._read(url, signal);
      // One after the other: what is in the first is searched while the others are read.
      onLearnt();
    }
    onLearnt();
    return tried.length;
  }

  /** A store that cannot be read is one without facts; why is in the log. */
  private async _read(url: string, signal: AbortSignal): Promise<void> {
    const { book, readFacts } = this._options;
    const limit = AbortSignal.timeout(STORE_LIMIT_MS);
    try {
      const facts = await readFacts(url, AbortSignal.any([signal, limit]));
      await book.noteFacts(url, facts);
    } catch (reason) {
      if (!signal.aborted) {
        const { code, message } = LeapError.from(reason);
        log('store not read', { code, message });
        await book.noteFacts(url, null);
      }
    }
  }

  private readonly _options: IEnrichmentOptions;
  private _round: Promise<void> | undefined;
  private _notBefore = -Infinity;
}
