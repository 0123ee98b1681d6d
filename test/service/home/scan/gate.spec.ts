import { Gate } from '../../../../src/service/home/scan/node/gate';
import type { IClock } from '../../../../src/service/home/scan/node/call-queue';
import { never } from '../../../support/service/never';

/** How late a timer is on a busy machine. */
const MOST_LATE_MS = 25;

/** Time that goes on only to the next moment that somebody waits for. Timers are late, each by as much as it likes. */
class LateClock implements IClock {
  constructor(seed: number) {
    this._random = seed;
  }

  readonly now = (): number => this._nowMs;

  readonly later = (task: () => void, delayMs: number): void => {
    this._random = (this._random * 48271) % 0x7fffffff;
    const lateMs = this._random % MOST_LATE_MS;
    this._waiting.push({
      task,
      dueMs: this._nowMs + Math.ceil(delayMs) + lateMs
    });
  };

  async run(untilMs: number): Promise<void> {
    for (;;) {
      await new Promise(setImmediate);
      this._waiting.sort((one, other) => one.dueMs - other.dueMs);
      const next = this._waiting[0];
      if (!next || next.dueMs > untilMs) {
        return;
      }
      this._waiting.shift();
      this._nowMs = next.dueMs;
      next.task();
    }
  }

  private _random: number;
  private _nowMs = 0;
  private readonly _waiting: { task: () => void; dueMs: number }[] = [];
}

describe('a ceiling on calls a second', () => {
  let clock: LateClock;
  let gate: Gate;

  beforeEach(() => {
    clock = new LateClock(7);
    gate = new Gate(100, clock);
  });

  it('holds for many who make several calls in one go', async () => {
    const calls: number[] = [];
    const stop = new AbortController();
    const visit = async (): Promise<void> => {
      for (;;) {
        await gate.pass(stop.signal, 4);
        calls.push(...Array.from({ length: 4 }, clock.now));
      }
    };
    const visits = Promise.allSettled(Array.from({ length: 16 }, visit));

    await clock.run(30_000);
    stop.abort();
    await clock.run(31_000);
    await visits;

    const most = calls.map(
      start => calls.filter(at => at >= start && at < start + 1000).length
    );
    expect(calls.length).toBeGreaterThan(1000);
    expect(Math.max(...most)).toBeLessThanOrEqual(100 + 3);
  });

  it('lets nobody wait who has gone, and takes none of the calls for him', async () => {
    await gate.pass(never);
    const stop = new AbortController();
    const gone = [gate.pass(stop.signal, 50), gate.pass(stop.signal, 50)];
    const passed = jest.fn<undefined, []>();
    const stays = gate.pass(never).then(passed);

    stop.abort();

    for (const pass of gone) {
      await expect(pass).rejects.toMatchObject({ name: 'AbortError' });
    }
    expect(passed).not.toHaveBeenCalled();
    await clock.run(100);
    await stays;
  });

  it('is none where there is none', async () => {
    const open = new Gate(null, clock);
    await Promise.all(Array.from({ length: 1000 }, () => open.pass(never, 4)));

    expect(clock.now()).toBe(0);
  });
});
