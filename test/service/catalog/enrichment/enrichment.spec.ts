import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  LeapError,
  type Dataset,
  type StoreFacts
} from '../../../../src/contract';
import { Cache } from '../../../../src/service/cache';
import {
  Enrichment,
  type IEnrichmentOptions
} from '../../../../src/service/catalog/enrichment/enrichment';
import {
  KeptChecks,
  type KeptCheck
} from '../../../../src/service/catalog/kept-checks';
import { StoreBook } from '../../../../src/service/catalog/enrichment/store-book';
import { datasets, record, store } from '../../../support/catalog-records';

const FACTS: StoreFacts = {
  variables: [],
  dimensions: [{ name: 'time', size: 12 }],
  timeSpan: null,
  cadence: null,
  resolutionDegrees: null,
  extent: null,
  bytes: 96
};

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

describe('Enrichment', () => {
  let directory: string;
  let now: number;
  let tried: string[];
  let read: string[];

  /** An enrichment as after a start of the service. */
  function start(options: Partial<IEnrichmentOptions> = {}) {
    const clock = (): Date => new Date(now);
    const cache = new Cache(directory);
    const checks = new KeptChecks(cache, clock);
    const book = new StoreBook(cache, checks, clock);
    let learnt = 0;
    const enrichment = new Enrichment({
      tryStores: async ({ stores }) => {
        const urls = stores.map(({ url }) => url);
        tried.push(...urls);
        await checks.write(urls.map(url => [url, checkOf(url)]));
        return urls.map(url => ({ url, isOpen: !url.includes('closed') }));
      },
      readFacts: async url => {
        read.push(url);
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
      learnt: () => learnt,
      round: async (all: readonly Dataset[]) => {
        enrichment.start(all);
        await enrichment.settled();
      }
    };
  }

  function checkOf(url: string): KeptCheck {
    return {
      status: url.includes('closed') ? 'missing' : 'anonymous',
      reason: null,
      checkedAt: new Date(now).toISOString(),
      form: null
    };
  }

  function some(...names: string[]): readonly Dataset[] {
    return datasets(
      ...names.map(name =>
        record({
          title: name,
          stores: [store({ url: `https://data.test/${name}.zarr` })]
        })
      )
    );
  }

  beforeEach(() => {
    now = Date.parse('2026-11-26T08:00:00Z');
    directory = mkdtempSync(join(tmpdir(), 'leap-enrichment-'));
    tried = [];
    read = [];
  });

  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  it('reads what opens, and nothing else', async () => {
    const { round, book, learnt } = start();
    await round(some('one', 'closed'));

    expect(read).toEqual(['https://data.test/one.zarr']);
    expect(Object.fromEntries(await book.known())).toMatchObject({
      'https://data.test/one.zarr': { facts: FACTS, isOpen: true },
      'https://data.test/closed.zarr': { facts: null, isOpen: false }
    });
    expect(learnt()).toBe(3);
  });

  it('begins with the first data sets that come, however early it was asked', async () => {
    const { round } = start();
    await round([]);
    await round(some('one'));

    expect(read).toEqual(['https://data.test/one.zarr']);
  });

  it('goes on after a stop, with what it has not read', async () => {
    await start().round(some('one', 'two'));
    const { round } = start();
    await round(some('one', 'two', 'three'));

    expect(read).toHaveLength(3);
    expect(tried).toHaveLength(3);
  });

  it('asks a store again after a week, one that failed the next day', async () => {
    await start().round(some('one', 'closed'));
    now += DAY_MS;
    await start().round(some('one', 'closed'));
    expect(tried.filter(url => url.includes('closed'))).toHaveLength(2);
    expect(read).toHaveLength(1);

    now += 6 * DAY_MS;
    await start().round(some('one', 'closed'));
    expect(read).toHaveLength(2);
  });

  it('keeps what it knew of a store that cannot be read today', async () => {
    await start().round(some('one'));
    now += 7 * DAY_MS;
    const { round, book } = start({
      readFacts: () => Promise.reject(new LeapError('too-large', 'Too large.'))
    });
    await round(some('one'));

    const known = (await book.known()).get('https://data.test/one.zarr');
    expect(known?.facts).toEqual(FACTS);
  });

  it('rests between two rounds', async () => {
    const { round } = start();
    await round(some('one'));
    now += 9 * MINUTE_MS;
    await round(some('two'));
    expect(read).toHaveLength(1);

    now += MINUTE_MS;
    await round(some('two'));
    expect(read).toHaveLength(2);
  });

  it('looks at two data sets at a time', async () => {
    let running = 0;
    let most = 0;
    const { round } = start({
      readFacts: async () => {
        running++;
        most = Math.max(most, running);
        // Longer than keeping a check takes.
        await new Promise(resolve => setTimeout(resolve, 60));
        running--;
        return FACTS;
      }
    });
    await round(some('a', 'b', 'c', 'd', 'e'));

    expect(most).toBe(2);
  });

  it('reads six stores of a data set of a thousand', async () => {
    const { round } = start();
    await round(
      datasets(
        record({
          stores: Array.from({ length: 1000 }, (_, number) =>
            store({ url: `https://data.test/${String(number)}.zarr` })
          )
        })
      )
    );

    expect(tried).toHaveLength(6);
  });

  it('B65 begins anew where the disk holds something else', async () => {
    await new Cache(directory).write('catalog-stores.json', '{"a": 1}');
    const { round, book } = start();
    await round(some('one'));

    expect((await book.known()).size).toBe(1);
  });
});
