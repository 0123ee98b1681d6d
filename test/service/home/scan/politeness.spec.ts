import fs from 'node:fs';
import type { IClock } from '../../../../src/service/home/scan/node/call-queue';
import {
  intercepted,
  type IInterception
} from '../../../support/home/scan/intercepted';
import { RandomTree } from '../../../support/home/scan/random-tree';
import { TreeBase } from '../../../support/home/scan/tree-base';
import { du, NODE_WAYS, walk } from '../../../support/home/scan/walked';

/** Everything a walk calls, with a word before each call. */
function watched(
  onCall: () => void,
  onAnswer: () => void = () => undefined
): Partial<typeof fs> {
  const around = {
    before: () => {
      onCall();
      return undefined;
    },
    after: onAnswer
  };
  return {
    open: intercepted(fs.open, around),
    fstat: intercepted(fs.fstat, around),
    lstat: intercepted(fs.lstat, around),
    readdir: intercepted(fs.readdir, around),
    close: intercepted(fs.close, around),
    lstatSync: intercepted(fs.lstatSync, around),
    readdirSync: intercepted(fs.readdirSync, around),
    openSync: intercepted(fs.openSync, around),
    closeSync: intercepted(fs.closeSync, around),
    fstatSync: intercepted(fs.fstatSync, around)
  };
}

/** Time that passes only when somebody waits for it. */
class WaitedClock implements IClock {
  readonly now = (): number => this._nowMs;

  readonly later = (task: () => void, delayMs: number): void => {
    setImmediate(() => {
      this._nowMs += delayMs;
      task();
    });
  };

  private _nowMs = 0;
}

describe('a polite walk', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
    new RandomTree(tree.home, 7).make(300);
  });

  afterEach(() => {
    tree.remove();
  });

  it.each([50, 250, 2000])(
    'makes at most %i calls in any second, and still counts everything',
    async operationsPerSecond => {
      const clock = new WaitedClock();
      const calls: number[] = [];

      const { report } = await walk(tree.home, 'patiently', {
        operationsPerSecond,
        clock,
        calls: watched(() => calls.push(clock.now()))
      });

      const most = calls.reduce((highest, start, at) => {
        const end = calls.findIndex(later => later >= start + 1000);
        return Math.max(highest, (end === -1 ? calls.length : end) - at);
      }, 0);
      expect(report.usedBytes).toBe(du(tree.home));
      expect(calls.length).toBeGreaterThan(300);
      expect(most).toBeLessThanOrEqual(operationsPerSecond);
    }
  );

  it.each([1, 3])('keeps at most %i calls in flight', async concurrency => {
    let inFlight = 0;
    let most = 0;

    const { report } = await walk(tree.home, 'patiently', {
      concurrency,
      calls: watched(
        () => {
          inFlight += 1;
          most = Math.max(most, inFlight);
        },
        () => {
          inFlight -= 1;
        }
      )
    });

    expect(report.usedBytes).toBe(du(tree.home));
    expect(most).toBe(concurrency);
  });

  it.each(NODE_WAYS)(
    'tells partial numbers long before its end, %s',
    async way => {
      const sleeper = new Int32Array(new SharedArrayBuffer(4));
      let calls = 0;
      let callsAtFirst: number | undefined;

      await walk(tree.home, way, {
        progressMs: 1,
        onProgress: () => (callsAtFirst ??= calls),
        calls: watched(() => {
          calls += 1;
          Atomics.wait(sleeper, 0, 0, 1);
        })
      });

      expect(callsAtFirst).toBeLessThan(calls / 2);
    }
  );

  it.each([
    { concurrency: 1, period: 97, slow: 29 },
    { concurrency: 2, period: 33, slow: 10 },
    { concurrency: 2, period: 33, slow: 17 },
    { concurrency: 2, period: 201, slow: 60 }
  ])(
    'B37 goes on to the end when calls are fast and slow by turns: $slow of $period, $concurrency at once',
    async ({ concurrency, period, slow }) => {
      // Asleep, as a call is that waits for a server.
      const sleeper = new Int32Array(new SharedArrayBuffer(4));
      const wait = (): void => {
        Atomics.wait(sleeper, 0, 0, 0.3);
      };
      const always = (): undefined => {
        wait();
        return undefined;
      };
      let calls = 0;
      const byTurns: IInterception = {
        before: () => {
          calls += 1;
          if (calls % period < slow) {
            wait();
          }
          return undefined;
        }
      };

      const { report } = await walk(tree.home, 'promptly', {
        concurrency,
        calls: {
          lstatSync: intercepted(fs.lstatSync, byTurns),
          lstat: intercepted(fs.lstat, { before: always }),
          readdirSync: intercepted(fs.readdirSync, { before: always }),
          readdir: intercepted(fs.readdir, { before: always })
        }
      });

      expect(report).toMatchObject({
        usedBytes: du(tree.home),
        complete: true
      });
    }
  );
});
