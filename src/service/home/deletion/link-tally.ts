import type { BigIntStats } from 'node:fs';

/** What the file system calls a block in `stat`, whatever its own blocks are. */
const BLOCK_BYTES = 512n;

interface ILinked {
  readonly usedBytes: number;
  /** When its content last changed. */
  readonly mtimeNs: bigint;
  /** Names that were not met yet. */
  missing: number;
}

/**
 * Bytes that become free when names are deleted: a file with several names only with the last one.
 */
export class LinkTally {
  /** What is free once all names that were added are deleted. */
  freedBytes = 0;
  /** Files with further names that were not added. */
  linkedFiles = 0;
  linkedBytes = 0;

  /** Add one name. */
  add(stats: BigIntStats): void {
    const usedBytes = usedBytesOf(stats);
    if (stats.isDirectory()) {
      this.freedBytes += usedBytes;
      return;
    }
    const key = keyOf(stats);
    const known = this._linked.get(key);
    if (known) {
      this._meet(key, known);
    } else if (stats.nlink > 1n) {
      this._linked.set(key, {
        usedBytes,
        mtimeNs: stats.mtimeNs,
        missing: Number(stats.nlink) - 1
      });
      this.linkedFiles += 1;
      this.linkedBytes += usedBytes;
    } else {
      this.freedBytes += usedBytes;
    }
  }

  /** Whether some but not all names of this file were added, and its content is still what it was then. */
  isPartly(stats: BigIntStats): boolean {
    return this._linked.get(keyOf(stats))?.mtimeNs === stats.mtimeNs;
  }

  private _meet(key: string, linked: ILinked): void {
    linked.missing -= 1;
    if (linked.missing === 0) {
      this._linked.delete(key);
      this.linkedFiles -= 1;
      this.linkedBytes -= linked.usedBytes;
      this.freedBytes += linked.usedBytes;
    }
  }

  private readonly _linked = new Map<string, ILinked>();
}

/** Allocated bytes: what the quota counts. */
export function usedBytesOf(stats: BigIntStats): number {
  return Number(stats.blocks * BLOCK_BYTES);
}

function keyOf(stats: BigIntStats): string {
  return `${stats.dev}:${stats.ino}`;
}
