import { LeapError, type StoreFacts } from '../../../../src/contract';
import { Cache } from '../../../../src/service/cache';
import type { StoreBook } from '../../../../src/service/catalog/enrichment/store-book';
import { FACTS, ReadStores, some } from '../../../support/catalog/read-stores';

const SECONDS_20_MS = 20_000;
const DAY_MS = 86_400_000;

async function factsOf(book: StoreBook): Promise<StoreFacts | null> {
  const known = await book.known();
  return known.get('https://data.test/one.zarr')?.facts ?? null;
}

describe('A store is asked again', () => {
  let stores: ReadStores;

  beforeEach(() => {
    stores = new ReadStores();
  });

  afterEach(() => {
    stores.remove();
  });

  it('goes on after a stop, with what it has not read', async () => {
    await stores.start().round(some('one', 'two'));
    const { round } = stores.start();
    await round(some('one', 'two', 'three'));

    expect(stores.read).toHaveLength(3);
    expect(stores.tried).toHaveLength(3);
  });

  it('asks a store again after a week, one that failed the next day', async () => {
    await stores.start().round(some('one', 'closed'));
    stores.now += DAY_MS;
    await stores.start().round(some('one', 'closed'));
    expect(stores.tried.filter(url => url.includes('closed'))).toHaveLength(2);
    expect(stores.read).toHaveLength(1);

    stores.now += 6 * DAY_MS;
    await stores.start().round(some('one', 'closed'));
    expect(stores.read).toHaveLength(2);
  });

  it('keeps what it knew of a store that cannot be read today', async () => {
    await stores.start().round(some('one'));
    stores.now += 7 * DAY_MS;
    const { round, book } = stores.start({
      readFacts: () => Promise.reject(new LeapError('too-large', 'Too large.'))
    });
    await round(some('one'));

    const known = (await book.known()).get('https://data.test/one.zarr');
    expect(known?.facts).toEqual(FACTS);
  });

  it('reads what is new in the catalog at once', async () => {
    const { round } = stores.start();
    await round(some('one'));
    await round(some('one', 'two'));

    expect(stores.read).toEqual([
      'https://data.test/one.zarr',
      'https://data.test/two.zarr'
    ]);
    expect(stores.tried).toHaveLength(2);
  });

  it('asks a store that gave no answer again, later each time', async () => {
    const asked: number[] = [];
    const { round, book, learnt } = stores.start({
      tryStores: async asking => {
        asked.push((stores.now - begun) / 1000);
        return asking.stores.map(({ url }) => ({ url, status: 'unknown' }));
      }
    });
    const begun = stores.now;
    const all = some('one');
    for (let second = 0; second <= 600; second++) {
      await round(all);
      stores.now += 1000;
    }

    expect(asked).toEqual([0, 20, 60, 140, 300]);
    expect(learnt()).toBe(asked.length);
    expect((await book.known()).size).toBe(0);
  });

  it('has a store that answered after all', async () => {
    const checks = ['unreachable', 'anonymous'] as const;
    let asked = 0;
    const { round } = stores.start({
      tryStores: async asking =>
        asking.stores.map(({ url }) => ({
          url,
          status: checks[asked++] ?? 'unknown'
        }))
    });
    const all = some('one');
    await round(all);
    expect(stores.read).toHaveLength(0);

    stores.now += SECONDS_20_MS;
    await round(all);
    expect(stores.read).toHaveLength(1);
  });

  it('reads again what could not be read for want of an answer', async () => {
    let isDown = true;
    const { round, book } = stores.start({
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

    stores.now += SECONDS_20_MS;
    await round(all);
    expect((await factsOf(book))?.bytes).toBe(96);
  });

  it('rests after a round that failed, and goes on', async () => {
    let asked = 0;
    const { round } = stores.start({
      tryStores: () => {
        asked++;
        return Promise.reject(new Error('broken'));
      }
    });
    const all = some('one');
    await round(all);
    await round(all);
    expect(asked).toBe(1);

    stores.now += SECONDS_20_MS;
    await round(all);
    expect(asked).toBe(2);
  });

  it('B65 begins anew where the disk holds something else', async () => {
    await new Cache(stores.directory).write('catalog-stores.json', '{"a": 1}');
    const { round, book } = stores.start();
    await round(some('one'));

    expect((await book.known()).size).toBe(1);
  });
});
