import { Concurrency } from '../../../../../src/service/home/scan/calls/concurrency';
import {
  mostCallsInFlight,
  threadsAtWork
} from '../../../../../src/service/home/scan/calls/threads';

describe('calls in flight', () => {
  /** The latency of a server that answers this many calls at once in a millisecond each, and queues the rest. */
  const latencyMs = (inFlight: number, capacity: number): number =>
    Math.max(1, inFlight / capacity);
  const risen = (capacity: number): Concurrency => {
    const concurrency = new Concurrency(64, 64);
    for (let time = 0; time < 50; time += 1) {
      concurrency.adapt(latencyMs(concurrency.limit, capacity));
    }
    return concurrency;
  };

  it('rise while that pays and stay below the ceiling', () => {
    expect(risen(1000).limit).toBe(64);
    expect(risen(10).limit).toBe(32);
    expect(new Concurrency(3, 64).limit).toBe(3);
  });

  it('rise past what is made at once, as long as that is as quick', () => {
    const concurrency = new Concurrency(384, 64);
    for (let time = 0; time < 50; time += 1) {
      concurrency.adapt(latencyMs(concurrency.limit, 64));
    }

    expect(concurrency.limit).toBe(384);
  });

  it('fall when the file server slows, and rise again after it', () => {
    const concurrency = risen(1000);

    for (let time = 0; time < 20; time += 1) {
      concurrency.adapt(100);
    }
    expect(concurrency.limit).toBe(4);

    for (let time = 0; time < 20; time += 1) {
      concurrency.adapt(1);
    }
    expect(concurrency.limit).toBe(64);
  });

  it('begin as those of an earlier count ended, within the ceiling, and fall when the server has slowed since', () => {
    const habits = { areSlow: true, atOnce: 64, bestMs: 1 };

    expect(new Concurrency(1000, 64, habits).limit).toBe(64);
    expect(new Concurrency(8, 64, habits).limit).toBe(8);
    expect(new Concurrency(8, 64, { ...habits, atOnce: -5 }).limit).toBe(1);
    const slowed = new Concurrency(1000, 64, habits);
    slowed.adapt(20);
    expect(slowed.limit).toBe(48);
  });

  it('are as many as the pool and the operator allow', () => {
    expect(mostCallsInFlight(null, 64)).toBe(384);
    expect(mostCallsInFlight(null, 4)).toBe(24);
    expect(mostCallsInFlight(1000, 64)).toBe(384);
    expect(mostCallsInFlight(10, 64)).toBe(10);
    expect(threadsAtWork(null, 2)).toBe(2);
    expect(threadsAtWork(null, 64)).toBe(4);
    expect(threadsAtWork(1, 64)).toBe(1);
  });
});
