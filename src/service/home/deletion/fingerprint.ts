import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';

const BYTES = 16;

/**
 * A digest of a tree's entries, whatever the order they are met in.
 */
export class Fingerprint {
  add(path: string, stats: BigIntStats): void {
    const { mode, ino, size, blocks, nlink, mtimeNs, ctimeNs } = stats;
    // A directory's links are its directories, which are entries of their own.
    const links = stats.isDirectory() ? 0n : nlink;
    const digest = createHash('sha256')
      .update(
        [mode, ino, size, blocks, links, mtimeNs, ctimeNs, path].join('\0')
      )
      .digest();
    for (let at = 0; at < BYTES; at += 1) {
      this._sum[at] = (this._sum[at] ?? 0) ^ (digest[at] ?? 0);
    }
  }

  toString(): string {
    return Buffer.from(this._sum).toString('hex');
  }

  private readonly _sum = new Uint8Array(BYTES);
}
