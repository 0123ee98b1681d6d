import type { BigIntStats } from 'node:fs';
import type { DeletionTarget, HomePath } from '../../../contract';
import { decodeName } from '../scan/tree/names';
import { joined } from '../scan/tree/paths';
import { Descent } from './descent';
import { forEachName } from './entry-names';
import { Failures } from './failures';
import { codeOf } from './files';
import { HOLD_CALLS, LIST_CALLS, type HeldDirectory } from './held-directory';
import type { LateChanges } from './late-changes';
import { LinkTally } from './link-tally';
import { kindOf, type ISubdirectory, type ISurveyTools } from './survey';
import { partsOf } from './target-path';

/** Why something stayed that is not what was reviewed. */
export const CHANGED = 'precondition';

/** How often a directory is listed anew because something is still in it that no list showed. */
const MAX_PASSES = 3;

/** What tells an entry that was looked at from one that has come or changed since. */
interface ISeen {
  readonly newestNs: bigint;
  readonly late: LateChanges | null;
}

/**
 * Deletes what was reviewed, and nothing that has come or changed since: whatever changed later than anything that was
 * in the tree at its review stays, with all below it.
 */
export class Remover {
  constructor(private readonly _tools: ISurveyTools) {}

  files = 0;
  readonly links = new LinkTally();
  readonly failures = new Failures();

  /**
   * Delete one target.
   *
   * @param late - What the look right before this met; null: times alone tell what has changed.
   * @returns Whether it is gone. What stayed is among the failures.
   * @throws What the signal was aborted with; what is deleted by then stays deleted.
   */
  async remove(
    { path, identity }: DeletionTarget,
    late: LateChanges | null = null
  ): Promise<boolean> {
    const parts = partsOf(path);
    const name = parts.at(-1) ?? Buffer.alloc(0);
    const seen = { newestNs: BigInt(identity.newestChangeNs), late };
    let parent: HeldDirectory | null = null;
    let descent: Descent | null = null;
    try {
      await this._tools.gate.pass(this._tools.signal, HOLD_CALLS + 1);
      parent = await this._tools.home.openParent(parts);
      descent = new Descent(parent);
      const stats = await this._lstat(parent, name);
      const isReviewed =
        String(stats.dev) === identity.device &&
        String(stats.ino) === identity.inode &&
        kindOf(stats) === identity.kind;
      if (!isReviewed) {
        this.failures.add(path, CHANGED);
        return false;
      }
      return stats.isDirectory()
        ? await this._removeDirectory(descent, { name, path, stats }, seen)
        : await this._removeEntry(descent, { name, path, stats }, seen);
    } catch (reason) {
      return this._failed(path, reason);
    } finally {
      await descent?.close();
      await parent?.close();
    }
  }

  private async _removeDirectory(
    descent: Descent,
    directory: ISubdirectory,
    seen: ISeen
  ): Promise<boolean> {
    const { path, stats } = directory;
    const { home } = this._tools;
    for (let pass = 1; ; pass += 1) {
      const held = await this._enter(descent, directory);
      if (held === null) {
        return false;
      }
      const isReviewed =
        held.stats.ino === stats.ino &&
        // Emptying it was a change of its own.
        (pass > 1 || isSeen(held.stats, seen));
      if (!isReviewed || !(await home.holds(held))) {
        await descent.leave();
        this.failures.add(path, CHANGED);
        return false;
      }
      const before = this.failures.count;
      await this._empty(descent, path, seen);
      await descent.leave();
      if (this.failures.count > before) {
        return false;
      }
      const outcome = await this._removeEmpty(descent, directory);
      if (outcome !== 'not-empty') {
        return outcome === 'gone';
      }
      if (pass === MAX_PASSES) {
        this.failures.add(path, 'ENOTEMPTY');
        return false;
      }
    }
  }

  private async _enter(
    descent: Descent,
    { name, path }: ISubdirectory
  ): Promise<HeldDirectory | null> {
    await this._tools.gate.pass(this._tools.signal, HOLD_CALLS + LIST_CALLS);
    try {
      return await descent.enter(name);
    } catch (reason) {
      this._failed(path, reason);
      return null;
    }
  }

  private async _empty(
    descent: Descent,
    path: HomePath,
    seen: ISeen
  ): Promise<void> {
    const subdirectories: ISubdirectory[] = [];
    try {
      await forEachName(this._tools.files, descent.current, async name => {
        const found = await this._find(descent, name, path);
        if (found?.stats.isDirectory()) {
          subdirectories.push(found);
        } else if (found) {
          await this._removeEntry(descent, found, seen);
        }
      });
    } catch (reason) {
      this._failed(path, reason);
    }
    for (const subdirectory of subdirectories) {
      await this._removeDirectory(descent, subdirectory, seen);
    }
  }

  private async _find(
    descent: Descent,
    name: Buffer,
    directory: HomePath
  ): Promise<ISubdirectory | null> {
    const { home, gate, signal } = this._tools;
    const path = joined(directory, decodeName(name));
    if (home.mounts.has(path)) {
      this.failures.add(path, 'EXDEV');
      return null;
    }
    await gate.pass(signal);
    try {
      const stats = await this._lstat(descent.current, name);
      return { name, path, stats };
    } catch (reason) {
      this._failed(path, reason);
      return null;
    }
  }

  /** Unlink something that is no directory; a symbolic link goes itself, not what it points to. */
  private async _removeEntry(
    descent: Descent,
    { name, path, stats }: ISubdirectory,
    seen: ISeen
  ): Promise<boolean> {
    if (!this._isReviewed(stats, seen)) {
      this.failures.add(path, CHANGED);
      return false;
    }
    try {
      await this._tools.gate.pass(this._tools.signal);
      await this._tools.files.unlink(descent.current.at(name));
    } catch (reason) {
      return this._failed(path, reason);
    }
    this.files += 1;
    this.links.add(stats);
    return true;
  }

  /** Losing one of its names changes a file too: of those that were ours, only a change of the content counts. */
  private _isReviewed(stats: BigIntStats, seen: ISeen): boolean {
    return isSeen(stats, seen) || this.links.isPartly(stats);
  }

  private async _removeEmpty(
    descent: Descent,
    { name, path, stats }: ISubdirectory
  ): Promise<'gone' | 'stayed' | 'not-empty'> {
    try {
      await this._tools.gate.pass(this._tools.signal, 2);
      const now = await this._lstat(descent.current, name);
      if (now.ino !== stats.ino || now.dev !== stats.dev) {
        this.failures.add(path, CHANGED);
        return 'stayed';
      }
      await this._tools.files.rmdir(descent.current.at(name));
    } catch (reason) {
      if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(reason) ?? '')) {
        return 'not-empty';
      }
      return this._failed(path, reason) ? 'gone' : 'stayed';
    }
    this.links.add(stats);
    return 'gone';
  }

  private _lstat(directory: HeldDirectory, name: Buffer): Promise<BigIntStats> {
    return this._tools.files.lstat(directory.at(name), { bigint: true });
  }

  /**
   * What is gone already needs no deletion; a cancelled deletion ends.
   *
   * @returns Whether it is gone.
   */
  private _failed(path: HomePath, reason: unknown): boolean {
    const code = codeOf(reason);
    if (code === null) {
      throw reason;
    }
    if (code !== 'ENOENT') {
      this.failures.add(path, code);
    }
    return code === 'ENOENT';
  }
}

function isSeen(stats: BigIntStats, { newestNs, late }: ISeen): boolean {
  return stats.ctimeNs <= newestNs && (late?.includes(stats) ?? true);
}
