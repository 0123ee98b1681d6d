import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A directory to build trees in, which everybody on the machine may enter.
 */
export class TreeBase {
  private constructor(readonly path: string) {}

  static make(): TreeBase {
    const path = mkdtempSync(join(tmpdir(), 'leap-tree-'));
    chmodSync(path, 0o755);
    mkdirSync(join(path, 'home'));
    return new TreeBase(path);
  }

  get home(): string {
    return join(this.path, 'home');
  }

  /** A path in the home. */
  at(path: string): string {
    return join(this.home, path);
  }

  directory(path: string): string {
    mkdirSync(this.at(path), { recursive: true });
    return this.at(path);
  }

  /** A file of this many bytes; its folders are made. */
  file(path: string | Buffer, bytes = 5000): void {
    const where = Buffer.concat([
      Buffer.from(`${this.home}/`),
      Buffer.from(path)
    ]);
    if (typeof path === 'string') {
      mkdirSync(dirname(this.at(path)), { recursive: true });
    }
    writeFileSync(where, Buffer.alloc(bytes, 1));
  }

  remove(): void {
    // Node's own removal gives up on paths that are too long.
    execFileSync('chmod', ['-R', 'u+rwx', this.path]);
    execFileSync('rm', ['-rf', this.path]);
  }
}
