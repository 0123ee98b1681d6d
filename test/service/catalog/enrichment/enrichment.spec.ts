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
} from '../../../../src/service/catalog/reach/kept-checks';
import { StoreBook } from '../../../../src/service/catalog/enrichment/store-book';
import { datasets, record, store } from '../../../support/catalog/records';

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
        return urls.map(url => ({ url, status: checkOf(url).status }));
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
      enrichment,
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

  async function factsOf(book: StoreBook): Promise<StoreFacts | null> {
    const known = await book.known();
    return known.get('https://data.test/one.zarr')?.facts ?? null;
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

  it('knows which data sets are not read yet', async () => {
    const seen: boolean[][] = [];
    const { enrichment, round } = start({
      readFacts: url => {
        seen.push(
          ['one', 'two', 'three'].map(name => enrichment.isReading(name))
        );
        read.push(url);
        return Promise.resolve(FACTS);
      }
    });
    await round(some('one', 'two', 'three'));

    expect(seen[0]).toEqual([true, true, true]);
    expect(seen[2]?.[2]).toBe(true);
    expect(seen[2]).not.toEqual([true, true, true]);
    expect(enrichment.isReading('three')).toBe(false);
    expect(enrichment.isReading('none')).toBe(false);
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

  it('reads what is new in the catalog at once', async () => {
    const { round } = start();
    await round(some('one'));
    await round(some('one', 'two'));

    expect(read).toEqual([
      'https://data.test/one.zarr',
      'https://data.test/two.zarr'
    ]);
    expect(tried).toHaveLength(2);
  });

  it('asks a store that gave no answer again, later each time', async () => {
    const asked: number[] = [];
    const { round, book, learnt } = start({
      tryStores: async ({ stores }) => {
        asked.push((now - begun) / 1000);
        return stores.map(({ url }) => ({ url, status: 'unknown' }));
      }
    });
    const begun = now;
    const all = some('one');
    for (let second = 0; second <= 600; second++) {
      await round(all);
      now += 1000;
    }

    expect(asked).toEqual([0, 20, 60, 140, 300]);
    expect(learnt()).toBe(asked.length);
    expect((await book.known()).size).toBe(0);
  });

  it('has a store that answered after all', async () => {
    const checks = ['unreachable', 'anonymous'] as const;
    let asked = 0;
    const { round } = start({
      tryStores: async ({ stores }) =>
        stores.map(({ url }) => ({ url, status: checks[asked++] ?? 'unknown' }))
    });
    const all = some('one');
    await round(all);
    expect(read).toHaveLength(0);

    now += MINUTE_MS / 3;
    await round(all);
    expect(read).toHaveLength(1);
  });

  it('reads again what could not be read for want of an answer', async () => {
    let isDown = true;
    const { round, book } = start({
      readFacts: async () => {
        if (isDown) {
          throw new LeapError('unavailable', 'No answer.');
        }
        return FACTS;
      }
    });
    const all = some('one');
    await round(all);
    isDown = false;
    await round(all);
    expect((await factsOf(book))?.bytes).toBeUndefined();

    now += MINUTE_MS / 3;
    await round(all);
    expect((await factsOf(book))?.bytes).toBe(96);
  });

  it('rests after a round that failed, and goes on', async () => {
    let asked = 0;
    const { round } = start({
      tryStores: () => {
        asked++;
        return Promise.reject(new Error('broken'));
      }
    });
    const all = some('one');
    await round(all);
    await round(all);
    expect(asked).toBe(1);

    now += MINUTE_MS / 3;
    await round(all);
    expect(asked).toBe(2);
  });

  it('reads first what is looked at, also what came up meanwhile', async () => {
    const all = some('a', 'b', 'c', 'd', 'e', 'f');
    const idOf = (title: string): string =>
      all.find(each => each.title === title)?.id ?? '';
    const { enrichment } = start({
      readFacts: async url => {
        read.push(url);
        if (read.length === 1) {
          enrichment.start(all, [idOf('e')]);
        }
        return FACTS;
      }
    });
    enrichment.start(all, [idOf('f'), idOf('d')]);
    await enrichment.settled();

    const order = read.map(url => /(\w)\.zarr/.exec(url)?.[1]);
    expect(order.slice(0, 2).sort()).toEqual(['d', 'f']);
    expect(order.indexOf('e')).toBeLessThan(order.indexOf('b'));
    expect(order).toHaveLength(6);
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
