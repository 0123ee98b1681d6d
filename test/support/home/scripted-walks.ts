import { LeapError } from '../../../src/contract';
import type { ScanFinding } from '../../../src/service/home/scan/scan-messages';

/**
 * A report of a walk that has come this far, or to its end.
 */
export function report(usedBytes: number, isLast = false): Told {
  return {
    ...(isLast
      ? ({ kind: 'result', phase: 'done' } as const)
      : ({ kind: 'report', phase: 'scanning' } as const)),
    report: {
      usedBytes,
      apparentBytes: usedBytes,
      files: 1,
      directories: 0,
      complete: true,
      unreadable: [],
      unreadableCount: 0,
      excludedMounts: [],
      children: [],
      otherChildren: { entries: 0, usedBytes: 0 },
      assumed: null
    }
  };
}

/**
 * Numbers that are whole and are checked now.
 */
export function whole(usedBytes: number): Told {
  return { ...report(usedBytes, true), kind: 'result', phase: 'checking' };
}

/**
 * Numbers, on the way or at the end.
 */
export type Told = Extract<ScanFinding, { kind: 'report' | 'result' }>;

const NOTHING_LARGE = { files: [], stores: [], oldest: [] };

/**
 * Walks that go on when the test says so.
 */
export class ScriptedWalks {
  started = 0;
  stopped = 0;

  readonly walk = async function* (
    this: ScriptedWalks,
    signal: AbortSignal
  ): AsyncGenerator<ScanFinding, void> {
    this.started += 1;
    signal.addEventListener('abort', () => {
      this.stopped += 1;
    });
    for (;;) {
      const next = await new Promise<ScanFinding | LeapError>(
        (resolve, reject) => {
          this.send = resolve;
          signal.addEventListener('abort', () =>
            reject(new LeapError('cancelled', 'Cancelled.'))
          );
        }
      );
      if (next instanceof LeapError) {
        throw next;
      }
      yield next;
      if (next.kind === 'result') {
        yield { kind: 'large', large: NOTHING_LARGE };
        yield { kind: 'settled' };
        if (next.phase === 'done') {
          return;
        }
      }
    }
  }.bind(this);

  send: (next: ScanFinding | LeapError) => void = () => undefined;
}
