import { IndexKeeper } from '../../../../src/service/catalog/index/index-keeper';
import { CatalogIndex } from '../../../../src/service/catalog/search';

/** Makes an index only when it is told to. */
class Maker {
  readonly made: ((index: CatalogIndex) => void)[] = [];
  readonly failed: ((reason: Error) => void)[] = [];
  readonly keeper = new IndexKeeper(
    () =>
      new Promise((resolve, reject) => {
        this.made.push(resolve);
        this.failed.push(reject);
      })
  );

  /** The first index, ready. */
  async first(): Promise<CatalogIndex> {
    const index = new CatalogIndex([]);
    const got = this.keeper.get();
    this.made[0]?.(index);
    return got;
  }
}

describe('IndexKeeper', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('waits for the first index, and makes it once for all who ask', async () => {
    const maker = new Maker();
    const index = new CatalogIndex([]);
    const asked = [maker.keeper.get(), maker.keeper.get()];
    maker.made[0]?.(index);

    expect(await Promise.all(asked)).toEqual([index, index]);
    expect(maker.made).toHaveLength(1);
    expect(await maker.keeper.get()).toBe(index);
  });

  it('answers with the old one until the new one is ready', async () => {
    const maker = new Maker();
    const old = await maker.first();
    maker.keeper.learn();
    jest.advanceTimersByTime(60_000);

    // Real timers from here: the wait is fifty milliseconds.
    jest.useRealTimers();
    expect(await maker.keeper.get()).toBe(old);
    const newer = new CatalogIndex([]);
    maker.made[1]?.(newer);
    await new Promise(setImmediate);
    expect(await maker.keeper.get()).toBe(newer);
    expect(maker.made).toHaveLength(2);
  });

  it('makes none anew while nothing was learnt, or too soon', async () => {
    const maker = new Maker();
    const old = await maker.first();
    jest.advanceTimersByTime(60_000);

    expect(await maker.keeper.get()).toBe(old);
    expect(maker.made).toHaveLength(1);
  });

  it('keeps the old one when a new one fails, and tries again', async () => {
    const maker = new Maker();
    const old = await maker.first();
    maker.keeper.learn();
    jest.advanceTimersByTime(60_000);
    const got = maker.keeper.get();
    maker.failed[1]?.(new Error('no'));

    expect(await got).toBe(old);
    await new Promise(setImmediate);
    jest.advanceTimersByTime(60_000);
    void maker.keeper.get();
    expect(maker.made).toHaveLength(3);
  });

  it('tells who waits for the first one that it failed', async () => {
    const maker = new Maker();
    const got = maker.keeper.get();
    maker.failed[0]?.(new Error('no'));

    await expect(got).rejects.toThrow('no');
  });

  it('forgets one of other data sets, also one that is still being made', async () => {
    const maker = new Maker();
    const early = maker.keeper.get();
    maker.keeper.forget();
    const late = maker.keeper.get();
    const [stale, fresh] = [new CatalogIndex([]), new CatalogIndex([])];
    maker.made[1]?.(fresh);
    maker.made[0]?.(stale);

    expect(await early).toBe(stale);
    expect(await late).toBe(fresh);
    await new Promise(setImmediate);
    expect(await maker.keeper.get()).toBe(fresh);
  });
});
