import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { DIRECTORY_FLAGS } from '../scan/tree/files';
import type { DeletionFiles } from './files';

/** What holding a directory costs the file system in calls: it is opened, looked at and closed. */
export const HOLD_CALLS = 3;

/** What a list of its names costs. */
export const LIST_CALLS = 1;

/** Another file system, or another view of the same one, begins here. */
export class OtherMountError extends Error {
  override readonly name = 'OtherMountError';
  readonly code = 'EXDEV';
}

/** A directory is not where it was, so that what lies below it cannot be told any more. */
export class MovedError extends Error {
  override readonly name = 'MovedError';
  readonly code = 'ESTALE';
}

/**
 * A directory that is held open: what is reached through it is in that directory, whatever is put at its path meanwhile.
 *
 * Node has no `unlinkat`; `/proc/self/fd/<descriptor>/<name>` says the same to the kernel (proc_pid_fd(5)).
 */
export class HeldDirectory {
  private constructor(
    private readonly _files: DeletionFiles,
    private _handle: FileHandle | null,
    readonly stats: BigIntStats,
    private readonly _mountId: string
  ) {}

  /** Hold the directory at a path. Its last part may not be a symbolic link. */
  static async open(
    files: DeletionFiles,
    path: string | Buffer
  ): Promise<HeldDirectory> {
    const handle = await files.open(path, DIRECTORY_FLAGS);
    try {
      const stats = await handle.stat({ bigint: true });
      return new HeldDirectory(
        files,
        handle,
        stats,
        await mountId(files, handle.fd)
      );
    } catch (reason) {
      await handle.close();
      throw reason;
    }
  }

  /** The directory itself, for listing it. */
  get here(): string {
    if (this._handle === null) {
      throw new MovedError('The directory is not held.');
    }
    return `/proc/self/fd/${this._handle.fd}/`;
  }

  /** A name in it, for system calls. */
  at(name: Buffer): Buffer {
    return Buffer.concat([Buffer.from(this.here), name]);
  }

  /** Where it is now, as the kernel knows it. */
  readPath(): Promise<Buffer> {
    return this._files.readlink(this.here.slice(0, -1), {
      encoding: 'buffer'
    });
  }

  /**
   * Hold a directory in this one.
   *
   * @throws OtherMountError, or what the system throws: `ENOTDIR` or `ELOOP` for a symbolic link.
   */
  async enter(name: Buffer): Promise<HeldDirectory> {
    const inner = await HeldDirectory.open(this._files, this.at(name));
    try {
      this.checkMount(inner);
      return inner;
    } catch (reason) {
      await inner.close();
      throw reason;
    }
  }

  /**
   * Check that another directory is reached without crossing a mount.
   *
   * A bind mount has the same device; the number of the mount tells them apart.
   *
   * @throws OtherMountError
   */
  checkMount(other: HeldDirectory): void {
    if (
      other._mountId !== this._mountId ||
      other.stats.dev !== this.stats.dev
    ) {
      throw new OtherMountError('Another file system is mounted there.');
    }
  }

  get isHeld(): boolean {
    return this._handle !== null;
  }

  /** Let go for a while, or for good. */
  async close(): Promise<void> {
    const handle = this._handle;
    this._handle = null;
    await handle?.close();
  }

  /**
   * Hold it again after `close`, reached upwards from a directory in it.
   *
   * @throws MovedError when that one has been moved elsewhere.
   */
  async regain(inner: HeldDirectory): Promise<void> {
    const found = await HeldDirectory.open(this._files, `${inner.here}..`);
    if (
      found.stats.ino !== this.stats.ino ||
      found.stats.dev !== this.stats.dev ||
      found._mountId !== this._mountId
    ) {
      await found.close();
      throw new MovedError('The directory was moved.');
    }
    this._handle = found._handle;
  }
}

async function mountId(
  files: DeletionFiles,
  descriptor: number
): Promise<string> {
  const text = await files.readFile(
    `/proc/self/fdinfo/${descriptor}`,
    'latin1'
  );
  const id = /^mnt_id:\s*(\d+)$/m.exec(text)?.[1];
  if (id === undefined) {
    throw new OtherMountError('The kernel does not say which mount this is.');
  }
  return id;
}
