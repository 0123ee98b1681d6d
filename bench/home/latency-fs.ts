import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROGRAM = resolve('build/bench/home/latency-fs');
const DELAY_US = '1000';

/**
 * A directory seen through a file system that answers each call after a millisecond (latency-fs.c).
 */
export class LatencyFileSystem {
  private constructor(
    readonly path: string,
    private readonly _server: ChildProcess
  ) {}

  static isPossible(): boolean {
    if (process.getuid?.() !== 0 || !existsSync('/dev/fuse')) {
      return false;
    }
    mkdirSync(resolve('build/bench/home'), { recursive: true });
    const source = resolve('bench/home/latency-fs.c');
    try {
      execFileSync('cc', ['-O2', '-pthread', '-o', PROGRAM, source]);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * @param mode - Whether a listing brings the attributes along, as NFS does by default.
   * @param validSeconds - How long the kernel need not ask again.
   */
  static async mount(
    directory: string,
    mode: 'plain' | 'readdirplus',
    validSeconds = 60
  ): Promise<LatencyFileSystem> {
    const path = mkdtempSync(join(tmpdir(), 'leap-latency-'));
    const words = [directory, path, DELAY_US, mode, String(validSeconds)];
    const server = spawn(PROGRAM, words, {
      stdio: ['ignore', 'pipe', 'inherit']
    });
    const either = await Promise.race([
      once(server.stdout, 'data').then(() => 'ready' as const),
      once(server, 'close').then(() => 'failed' as const)
    ]);
    if (either === 'failed') {
      throw new Error('The slow file system could not be mounted.');
    }
    return new LatencyFileSystem(path, server);
  }

  /** How many calls it has answered. */
  async calls(): Promise<number> {
    const { stdout } = this._server;
    if (stdout === null) {
      return NaN;
    }
    const answer = once(stdout, 'data') as Promise<[Buffer]>;
    this._server.kill('SIGUSR1');
    return Number((await answer)[0].toString());
  }

  async unmount(): Promise<void> {
    const ended = once(this._server, 'close');
    execFileSync('umount', [this.path]);
    await ended;
    rmdirSync(this.path);
  }
}
