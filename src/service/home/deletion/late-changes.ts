import type { BigIntStats } from 'node:fs';

const NS_IN_MS = 1_000_000n;

/** File systems stamp with a clock that goes in steps of up to 10 ms. */
const STEP_MS = 100;

/** So many there are only after a clock was set back; what is beyond counts as changed. */
const MOST_KEPT = 100_000;

/**
 * What says, while somebody looks at it, that it changed after that: it was written before the clock was set back, or by a
 * file server whose clock is ahead. A time alone cannot tell it from what comes later.
 */
export class LateChanges {
  /** @param sinceMs - When the look began. */
  constructor(sinceMs = Date.now()) {
    this._sinceNs = BigInt(sinceMs - STEP_MS) * NS_IN_MS;
  }

  add(stats: BigIntStats): void {
    if (stats.ctimeNs > this._sinceNs && this._kept.size < MOST_KEPT) {
      this._kept.set(keyOf(stats), stats.ctimeNs);
    }
  }

  /** Whether this had last changed before the look, or was met in it with this very time. */
  includes(stats: BigIntStats): boolean {
    return (
      stats.ctimeNs <= this._sinceNs ||
      this._kept.get(keyOf(stats)) === stats.ctimeNs
    );
  }

  private readonly _sinceNs: bigint;
  private readonly _kept = new Map<string, bigint>();
}

function keyOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`;
}
