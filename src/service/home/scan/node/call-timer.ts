import { readFileSync } from 'node:fs';
import { SLOW_CALL_MS } from '../calls/slow-call';
import type { LatencyJudge } from './judge';

const SWITCHES = /^voluntary_ctxt_switches:\s*(\d+)/m;

/**
 * Tells a judge how long calls took, and whether that was the calls' doing.
 *
 * A call that waits for a disk or a server gives its processor away; one that took long because another job ran had it taken away.
 * The kernel counts the former (proc_pid_status(5)), which is looked up for slow calls alone.
 */
export class CallTimer {
  /** Begin anew after time was spent on something else. */
  rebase(): void {
    this._switches = readSwitches();
  }

  sample(judge: LatencyJudge, calls: number, elapsedMs: number): void {
    if (calls === 0) {
      return;
    }
    let isSlow = elapsedMs > calls * SLOW_CALL_MS;
    if (isSlow) {
      const before = this._switches;
      this._switches = readSwitches();
      // Where the system does not tell, time alone decides.
      isSlow =
        before === null ||
        this._switches === null ||
        this._switches - before >= calls / 2;
    }
    judge.add(isSlow);
  }

  private _switches = readSwitches();
}

function readSwitches(): number | null {
  try {
    const status = readFileSync('/proc/thread-self/status', 'latin1');
    const [, count] = SWITCHES.exec(status) ?? [];
    return count === undefined ? null : Number(count);
  } catch {
    // Another system than Linux.
    return null;
  }
}
