import { Limiter } from '../../../../src/service/buckets/requests/limiter';
import { Pace } from '../../../../src/service/buckets/requests/pace';
import { delayMs } from '../../../../src/service/buckets/requests/retry';
import { noPatience } from '../../../support/buckets/emulated-store';
import { never } from '../../../support/service/never';

/** Work that ends when the test says so. */
function held() {
  let end = (): void => undefined;
  const done = new Promise<void>(resolve => (end = resolve));
  return { work: () => done, end };
}

const limiter = (max: number) =>
  new Limiter({ max, patience: noPatience, nowMs: () => 0 });
const turn = () => new Promise(resolve => setImmediate(resolve));

describe('Limiter', () => {
  it('runs so many at once and no more', async () => {
    const gate = limiter(2);
    const started: number[] = [];
    const tasks = [held(), held(), held()];
    const all = tasks.map((task, at) =>
      gate.run(
        () => {
          started.push(at);
          return task.work();
        },
        'view',
        never
      )
    );
    await turn();
    expect(started).toEqual([0, 1]);
    tasks[0]?.end();
    await turn();
    expect(started).toEqual([0, 1, 2]);
    tasks.forEach(task => {
      task.end();
    });
    await Promise.all(all);
  });

  it('lets somebody who waits go before the background', async () => {
    const gate = limiter(1);
    const first = held();
    const order: string[] = [];
    const note = (name: string) => () => {
      order.push(name);
      return Promise.resolve();
    };
    const all = [
      gate.run(first.work, 'view', never),
      gate.run(note('size'), 'background', never),
      gate.run(note('rows'), 'view', never)
    ];
    await turn();
    first.end();
    await Promise.all(all);
    expect(order).toEqual(['rows', 'size']);
  });

  it('frees the place of work that fails', async () => {
    const gate = limiter(1);
    const failing = gate.run(
      () => Promise.reject(new Error('no')),
      'view',
      never
    );
    await expect(failing).rejects.toThrow('no');
    expect(await gate.run(() => Promise.resolve(1), 'view', never)).toBe(1);
  });

  it('lets those go that wait once the service took many', async () => {
    const gate = limiter(64);
    const tasks = Array.from({ length: 64 }, held);
    let running = 0;
    const all = tasks.map(task =>
      gate.run(
        () => {
          running += 1;
          return task.work();
        },
        'background',
        never
      )
    );
    await turn();
    expect(running).toBeLessThan(33);
    for (let taken = 0; taken < 450; taken += 1) {
      gate.accepted();
    }
    await turn();
    expect(running).toBe(64);
    tasks.forEach(task => {
      task.end();
    });
    await Promise.all(all);
  });

  it('lets a cancelled one leave the queue', async () => {
    const gate = limiter(1);
    const first = held();
    const running = gate.run(first.work, 'view', never);
    const controller = new AbortController();
    const waiting = gate.run(
      () => Promise.resolve(),
      'view',
      controller.signal
    );
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    first.end();
    await running;
  });
});

describe('Pace', () => {
  it('holds nobody back until something is refused', () => {
    const pace = new Pace();
    expect([0, 0, 0].map(now => pace.reserve(now))).toEqual([0, 0, 0]);
  });

  it('halves what was taken in the last second when it is first refused', () => {
    const pace = new Pace();
    for (let at = 0; at < 100; at += 1) {
      pace.accepted(at * 10);
    }
    pace.refused(1000);
    const first = pace.reserve(1000);
    const second = pace.reserve(1000);
    expect(first).toBeGreaterThanOrEqual(250);
    expect(1000 / (second - first)).toBeCloseTo(100 * 0.5, -1);
  });

  it('comes back more slowly when it was refused again', () => {
    const pace = new Pace();
    for (let at = 0; at < 100; at += 1) {
      pace.accepted(at * 10);
    }
    pace.refused(1000);
    for (let at = 0; at < 50; at += 1) {
      pace.accepted(2000 + at * 20);
    }
    pace.refused(3000);
    const gap = -pace.reserve(4000) + pace.reserve(4000);
    expect(1000 / gap).toBeCloseTo(50 * 0.85, -1);
  });

  it('lets few be under way until many were taken in a second', () => {
    const pace = new Pace();
    expect(pace.mostAtOnce).toBeLessThan(33);
    for (let at = 0; at < 449; at += 1) {
      pace.accepted(at);
    }
    expect(pace.mostAtOnce).toBeLessThan(33);
    pace.accepted(449);
    expect(pace.mostAtOnce).toBe(Infinity);
  });

  it('lets more be under way when a slow service took as many for a second', () => {
    const slow = new Pace();
    const refused = new Pace();
    for (const pace of [slow, refused]) {
      pace.held(0);
      pace.accepted(600);
    }
    refused.refused(650);
    slow.accepted(700);
    refused.accepted(700);
    expect(slow.mostAtOnce).toBe(Infinity);
    expect(refused.mostAtOnce).toBeLessThan(33);
  });

  it('counts the refusals of one moment once', () => {
    const once = new Pace();
    const often = new Pace();
    for (const pace of [once, often]) {
      for (let at = 0; at < 100; at += 1) {
        pace.accepted(at * 10);
      }
      pace.refused(1000);
    }
    often.refused(1001);
    often.refused(1002);
    const gap = (pace: Pace) => -pace.reserve(2000) + pace.reserve(2000);
    expect(gap(often)).toBe(gap(once));
  });

  it('takes up speed again', () => {
    const pace = new Pace();
    pace.accepted(0);
    pace.refused(10);
    const gap = (now: number) => -pace.reserve(now) + pace.reserve(now);
    const slow = gap(20_000);
    for (let at = 0; at < 60; at += 1) {
      pace.accepted(20_000 + at * 1000);
    }
    expect(gap(90_000)).toBeLessThan(slow / 2);
  });
});

describe('delayMs', () => {
  it('doubles up to the most, and obeys a Retry-After', () => {
    const all = [1, 2, 3, 7, 20].map(tries => delayMs(tries, 0, 8000, () => 1));
    expect(all).toEqual([100, 200, 400, 6400, 8000]);
    expect(delayMs(1, 5000, 8000, () => 0)).toBe(5000);
    expect(delayMs(1, 0, 8000, () => 0)).toBe(50);
  });
});
