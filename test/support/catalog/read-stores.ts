import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dataset, StoreFacts } from '../../../src/contract';
import { Cache } from '../../../src/service/cache';
import {
  Enrichment,
  type IEnrichmentOptions
} from '../../../src/service/catalog/enrichment/enrichment';
import { StoreBook } from '../../../src/service/catalog/enrichment/store-book';
import {
  KeptChecks,
  type KeptCheck
} from '../../../src/service/catalog/reach/kept-checks';
import { datasets, record, store } from './records';

/** What every store says of itself. */
export const FACTS: StoreFacts = {
  variables: [],
  dimensions: [{ name: 'time', size: 12 }],
  timeSpan: null,
  cadence: null,
  resolutionDegrees: null,
  extent: null,
  bytes: 96
};

/**
 * Data sets with one store each, named alike; a store whose name has "closed" in it does not open.
 */
export function some(...names: string[]): readonly Dataset[] {
  return datasets(
    ...names.map(name =>
      record({
        title: name,
        stores: [store({ url: `https://data.test/${name}.zarr` })]
      })
    )
  );
}

/**
 * Stores that are read behind the search: which were tried and which were read, by a clock of their own.
 */
export class ReadStores {
  /** Milliseconds since 1970. */
  now = Date.parse('2026-11-26T08:00:00Z');
  /** Addresses in the order in which it was tried whether they open. */
  readonly tried: string[] = [];
  /** Addresses in the order in which their metadata were read. */
  readonly read: string[] = [];
  /** Where what was learnt is kept. */
  readonly directory = mkdtempSync(join(tmpdir(), 'leap-enrichment-'));

  /** An enrichment as after a start of the service. */
  start(options: Partial<IEnrichmentOptions> = {}) {
    const clock = (): Date => new Date(this.now);
    const cache = new Cache(this.directory);
    const checks = new KeptChecks(cache, clock);
    const book = new StoreBook(cache, checks, clock);
    let learnt = 0;
    const enrichment = new Enrichment({
      tryStores: async ({ stores }) => {
        const urls = stores.map(({ url }) => url);
        this.tried.push(...urls);
        await checks.write(urls.map(url => [url, this._checkOf(url)]));
        return urls.map(url => ({ url, status: this._checkOf(url).status }));
      },
      readFacts: async url => {
        this.read.push(url);
        return FACTS;
      },
      book,
      onLearnt: () => {
        learnt++;
      },
      now: clock,
      ...options
    });
    return {
      book,
      enrichment,
      learnt: () => learnt,
      round: async (all: readonly Dataset[]) => {
        enrichment.start(all);
        await enrichment.settled();
      }
    };
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  private _checkOf(url: string): KeptCheck {
    return {
      status: url.includes('closed') ? 'missing' : 'anonymous',
      reason: null,
      checkedAt: new Date(this.now).toISOString(),
      form: null
    };
  }
}
