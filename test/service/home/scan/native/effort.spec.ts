import {
  Effort,
  type Cost
} from '../../../../../src/service/home/scan/native/effort';

const POOL = process.env['UV_THREADPOOL_SIZE'];

/** An order for one directory with twenty files. */
function cost(msPerCall: number, waitsPerCall: number): Cost {
  const calls = 22;
  return {
    calls,
    done: 1,
    elapsedMs: calls * msPerCall,
    waits: calls * waitsPerCall
  };
}

function after(effort: Effort, answer: Cost, times = 200): Effort {
  for (let time = 0; time < times; time += 1) {
    effort.add(answer);
  }
  return effort;
}

describe('Effort', () => {
  beforeEach(() => {
    process.env['UV_THREADPOOL_SIZE'] = '64';
  });

  afterEach(() => {
    if (POOL === undefined) {
      delete process.env['UV_THREADPOOL_SIZE'];
    } else {
      process.env['UV_THREADPOOL_SIZE'] = POOL;
    }
  });

  it('occupies few processors while calls return at once, with many directories an order', () => {
    const effort = after(new Effort(null), cost(0.002, 0));

    expect(effort.isSlow).toBe(false);
    expect(effort.atOnce).toBeLessThanOrEqual(6);
    expect(effort.given).toBe(effort.atOnce);
    expect(effort.looks(100_000)).toBeGreaterThan(5000);
    expect(effort.portion(1000)).toBeGreaterThan(30);
    expect(effort.extent(1000, 0).mostEntries).toBeGreaterThan(1000);
  });

  it('does not take a busy machine for a slow disk', () => {
    const effort = after(new Effort(null), cost(1, 0));

    expect(effort.isSlow).toBe(false);
    expect(effort.atOnce).toBeLessThanOrEqual(6);
  });

  it('asks a disk for more at once than there are processors', () => {
    const effort = after(new Effort(null), cost(0.05, 0.3));

    expect(effort.atOnce).toBe(16);
  });

  it('has as many orders carried out as pay where each call costs a round trip', () => {
    const effort = after(new Effort(null), cost(1, 1));

    expect(effort).toMatchObject({ isSlow: true, atOnce: 64 });
    expect(effort.looks(100_000)).toBe(1);
    expect(effort.extent(1000, 0).mostEntries).toBe(24);
  });

  it('keeps the next orders ready for threads that are done with one', () => {
    const effort = after(new Effort(null), cost(1, 1));

    expect(effort.given).toBeGreaterThan(effort.atOnce);
  });

  it('takes several directories into an order only where there are enough for all', () => {
    const effort = after(new Effort(null), cost(1, 1));

    expect(effort.portion(0)).toBe(1);
    expect(effort.portion(effort.given)).toBe(1);
    expect(effort.portion(3 * effort.given)).toBe(3);
    expect(effort.portion(1_000_000)).toBeLessThan(10);
  });

  it('shares the entries of a directory out to more when there is little to do', () => {
    const effort = after(new Effort(null), cost(1, 1));

    expect(effort.extent(3, 0).mostEntries).toBe(6);
    expect(effort.extent(0, 640).mostEntries).toBe(10);
    expect(effort.extent(0, 100_000).mostEntries).toBe(24);
  });

  it('has more entries looked at in an order where a listing brings along what they are', () => {
    const effort = after(new Effort(null), cost(0.25, 0.2));

    expect(effort.isSlow).toBe(true);
    expect(effort.extent(1000, 0).mostEntries).toBe(120);
  });

  it('wants the first answer soon, whatever the calls are like', () => {
    expect(new Effort(null).extent(1, 0).mostEntries).toBe(1);
  });

  it('gives way when the file server slows, and comes back when it does not', () => {
    const effort = after(new Effort(null), cost(1, 1));

    after(effort, cost(8, 1), 60);
    const slowed = effort.atOnce;
    after(effort, cost(1, 1));

    expect(slowed).toBeLessThan(32);
    expect(effort.atOnce).toBe(64);
  });

  it.each([1, 2, 5])('never passes what the operator allows: %i', most => {
    const effort = new Effort(most);

    for (const answer of [cost(0.002, 0), cost(0.05, 0.3), cost(1, 1)]) {
      after(effort, answer);

      expect(effort.atOnce).toBeLessThanOrEqual(most);
      expect(effort.given).toBeLessThanOrEqual(most);
    }
  });

  it('gives out no more than may be carried out where the pool has threads to spare', () => {
    process.env['UV_THREADPOOL_SIZE'] = '128';
    const effort = after(new Effort(64), cost(1, 1));

    expect(effort.given).toBe(64);
  });

  it('begins as the last count ended', () => {
    const before = after(new Effort(null), cost(1, 1));

    const effort = new Effort(null, before.habits);

    expect(effort).toMatchObject({ isSlow: true, atOnce: 64 });
  });
});
