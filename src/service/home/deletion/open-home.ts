import { LeapError, unreadableSentence } from '../../../contract';
import { mountsBelow } from '../scan/tree/mounts';
import { decodeName } from '../scan/tree/names';
import { Descent } from './descent';
import { codeOf, type DeletionFiles } from './files';
import { HeldDirectory, MovedError } from './held-directory';
import { inside, isSystem, prefixOf } from './inside';

/** Below PATH_MAX (4,096), which also bounds what the kernel says about a descriptor. */
const MAX_DIRECT_BYTES = 3500;

/** What the home is, where that is `/`, and what the machine runs on: never deleted from here. */
class SystemError extends Error {
  override readonly name = 'SystemError';
  readonly code = 'ESYSTEM';
}

/**
 * The home, held open for as long as paths in it are reviewed or deleted.
 */
export class OpenHome {
  private constructor(
    private readonly _files: DeletionFiles,
    private readonly _top: HeldDirectory,
    /** Absolute, with no symbolic link in it. */
    readonly path: Buffer,
    /** Paths in it where other file systems are mounted. */
    readonly mounts: ReadonlySet<string>
  ) {}

  /**
   * @throws LeapError `unavailable` that says what the system said.
   */
  static async open(files: DeletionFiles, path: string): Promise<OpenHome> {
    try {
      const real = await files.realpath(path, { encoding: 'buffer' });
      const top = await HeldDirectory.open(files, real);
      const mountinfo = await files.readFile('/proc/self/mountinfo');
      const mounts = mountsBelow(mountinfo, decodeName(real));
      return new OpenHome(files, top, real, new Set(mounts));
    } catch (reason) {
      throw new LeapError(
        'unavailable',
        unreadableSentence('Your home', codeOf(reason) ?? 'EIO'),
        { cause: reason }
      );
    }
  }

  /**
   * The directory that holds a path's last part, reached through no symbolic link and across no mount.
   *
   * @throws What the system throws, `OtherMountError`, `MovedError` when a symbolic link leads elsewhere, `SystemError`.
   */
  async openParent(parts: readonly Buffer[]): Promise<HeldDirectory> {
    if (isSystem(this.path, parts[0])) {
      throw new SystemError('The server runs on it.');
    }
    const above = parts.slice(0, -1);
    const path = inside(this.path, above);
    return path.length <= MAX_DIRECT_BYTES
      ? this._openDirectly(path)
      : this._openStepByStep(above);
  }

  /**
   * Whether a held directory still lies in the home: it may have been moved away since it was opened.
   */
  async holds(directory: HeldDirectory): Promise<boolean> {
    try {
      const path = await directory.readPath();
      const prefix = prefixOf(this.path);
      return (
        path.equals(this.path) || path.subarray(0, prefix.length).equals(prefix)
      );
    } catch (reason) {
      // Too deep for the kernel to say; it was entered from a directory that lay in the home.
      return codeOf(reason) === 'ENAMETOOLONG';
    }
  }

  async close(): Promise<void> {
    await this._top.close();
  }

  /** One call for the whole path, and what the kernel says it led to as proof that no link was followed. */
  private async _openDirectly(path: Buffer): Promise<HeldDirectory> {
    const parent = await HeldDirectory.open(this._files, path);
    try {
      this._top.checkMount(parent);
      if (!(await parent.readPath()).equals(path)) {
        throw new MovedError('A symbolic link leads elsewhere.');
      }
      return parent;
    } catch (reason) {
      await parent.close();
      throw reason;
    }
  }

  private async _openStepByStep(
    parts: readonly Buffer[]
  ): Promise<HeldDirectory> {
    const descent = new Descent(this._top);
    try {
      for (const part of parts) {
        await descent.enter(part);
      }
      return descent.take();
    } finally {
      await descent.close();
    }
  }
}
