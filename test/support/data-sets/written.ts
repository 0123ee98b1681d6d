import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder with data sets that a script of this folder wrote with the real libraries, and what those read from them.
 */
export class WrittenDataSets {
  /** @param script - `write_zarr.py`. */
  constructor(script: string) {
    this.folder = mkdtempSync(join(tmpdir(), 'leap-data-'));
    const output = execFileSync(
      'python',
      [join(__dirname, script), this.folder],
      {
        encoding: 'utf8',
        maxBuffer: 64 << 20
      }
    );
    this.expected = JSON.parse(output);
  }

  readonly folder: string;

  /** What the script printed. */
  readonly expected: unknown;

  at(name: string): string {
    return join(this.folder, name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
