import { datasets, record, store } from '../../../support/catalog/records';
import { FACTS, ReadStores, some } from '../../../support/catalog/read-stores';

describe('What is read of stores', () => {
  let stores: ReadStores;

  beforeEach(() => {
    stores = new ReadStores();
  });

  afterEach(() => {
    stores.remove();
  });

  it('reads what opens, and nothing else', async () => {
    const { round, book, learnt } = stores.start();
    await round(some('one', 'closed'));

    expect(stores.read).toEqual(['https://data.test/one.zarr']);
    expect(Object.fromEntries(await book.known())).toMatchObject({
      'https://data.test/one.zarr': { facts: FACTS, isOpen: true },
      'https://data.test/closed.zarr': { facts: null, isOpen: false }
    });
    expect(learnt()).toBe(3);
  });

  it('knows which data sets are not read yet', async () => {
    const seen: boolean[][] = [];
    const { enrichment, round } = stores.start({
      readFacts: url => {
        seen.push(
          ['one', 'two', 'three'].map(name => enrichment.isReading(name))
        );
        stores.read.push(url);
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
    const { round } = stores.start();
    await round([]);
    await round(some('one'));

    expect(stores.read).toEqual(['https://data.test/one.zarr']);
  });

  it('reads first what is looked at, also what came up meanwhile', async () => {
    const all = some('a', 'b', 'c', 'd', 'e', 'f');
    const idOf = (title: string): string =>
      all.find(each => each.title === title)?.id ?? '';
    const { enrichment } = stores.start({
      readFacts: async url => {
        stores.read.push(url);
        if (stores.read.length === 1) {
          enrichment.start(all, [idOf('e')]);
        }
        return FACTS;
      }
    });
    enrichment.start(all, [idOf('f'), idOf('d')]);
    await enrichment.settled();

    const order = stores.read.map(url => /(\w)\.zarr/.exec(url)?.[1]);
    expect(order.slice(0, 2).sort()).toEqual(['d', 'f']);
    expect(order.indexOf('e')).toBeLessThan(order.indexOf('b'));
    expect(order).toHaveLength(6);
  });

  it('looks at two data sets at a time', async () => {
    let running = 0;
    let most = 0;
    let meet: () => void = () => undefined;
    const two = new Promise<void>(resolve => {
      meet = resolve;
    });
    const { round } = stores.start({
      readFacts: async () => {
        running++;
        most = Math.max(most, running);
        if (running === 2) {
          meet();
        }
        await two;
        // A third would have come by then.
        for (let turn = 0; turn < 100; turn++) {
          await new Promise(setImmediate);
        }
        running--;
        return FACTS;
      }
    });
    await round(some('a', 'b', 'c', 'd', 'e'));

    expect(most).toBe(2);
  });

  it('reads six stores of a data set of a thousand', async () => {
    const { round } = stores.start();
    await round(
      datasets(
        record({
          stores: Array.from({ length: 1000 }, (_, number) =>
            store({ url: `https://data.test/${String(number)}.zarr` })
          )
        })
      )
    );

    expect(stores.tried).toHaveLength(6);
  });
});
