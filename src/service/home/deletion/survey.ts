import { constants, type BigIntStats } from 'node:fs';
import type { HomeIdentity, HomePath } from '../../../contract';
import { decodeName } from '../scan/tree/names';
import { joined } from '../scan/tree/paths';
import { Descent } from './descent';
import { forEachName } from './entry-names';
import { Failures } from './failures';
import { codeOf, type DeletionFiles } from './files';
import { Fingerprint } from './fingerprint';
import type { Gate } from '../scan/node/gate';
import { HOLD_CALLS, LIST_CALLS, OtherMountError } from './held-directory';
import { LateChanges } from './late-changes';
import { LinkTally, usedBytesOf } from './link-tally';
import type { OpenHome } from './open-home';
import { partsOf } from './target-path';

/** How many of the largest files are named. */
const MAX_LARGEST = 10;

/** What a directory must allow for something in it to be deleted: unlink(2). */
const DELETING = constants.W_OK | constants.X_OK;

/** What reaching a path costs in calls: its parent is held and asked what it allows, and the path is looked at. */
const REACH_CALLS = HOLD_CALLS + 2;

/** What a survey works with. */
export interface ISurveyTools {
  readonly files: DeletionFiles;
  readonly home: OpenHome;
  readonly gate: Gate;
  readonly signal: AbortSignal;
}

/** A directory in a tree and what its parent said about it. */
export interface ISubdirectory {
  readonly name: Buffer;
  readonly path: HomePath;
  readonly stats: BigIntStats;
}

/**
 * Looks at trees to the last entry without changing anything, and adds them up.
 */
export class Survey {
  constructor(private readonly _tools: ISurveyTools) {}

  files = 0;
  directories = 0;
  readonly links = new LinkTally();
  readonly largest: { path: HomePath; usedBytes: number }[] = [];
  readonly mounts: HomePath[] = [];
  readonly unreadable = new Failures();
  readonly late = new LateChanges();

  /**
   * Look at a path and all below it.
   *
   * @param toDelete - Nothing may be deleted from the directory that it is in: then there is nothing to look at.
   * @throws What the system throws when the path itself cannot be reached, or not deleted.
   */
  async look(path: HomePath, toDelete = false): Promise<HomeIdentity> {
    const parts = partsOf(path);
    const name = parts.at(-1) ?? Buffer.alloc(0);
    await this._tools.gate.pass(this._tools.signal, REACH_CALLS);
    const parent = await this._tools.home.openParent(parts);
    const descent = new Descent(parent);
    try {
      if (toDelete) {
        await this._tools.files.access(parent.here, DELETING);
      }
      if (this._tools.home.mounts.has(parts.map(decodeName).join('/'))) {
        throw new OtherMountError('Something is mounted there.');
      }
      const stats = await this._tools.files.lstat(parent.at(name), {
        bigint: true
      });
      const tree = new Tree(stats);
      if (stats.isDirectory()) {
        await this._enter(descent, name);
        this._count(tree, path, stats);
        await this._inside(tree, descent, path);
      } else {
        this._count(tree, path, stats);
      }
      return tree.identity();
    } finally {
      await descent.close();
      await parent.close();
    }
  }

  private async _inside(
    tree: Tree,
    descent: Descent,
    path: HomePath
  ): Promise<void> {
    const subdirectories: ISubdirectory[] = [];
    try {
      await forEachName(this._tools.files, descent.current, async name => {
        await this._entry(tree, descent, joined(path, decodeName(name)), {
          name,
          subdirectories
        });
      });
    } catch (reason) {
      this._failed(path, reason);
    }
    for (const subdirectory of subdirectories) {
      await this._below(tree, descent, subdirectory);
    }
  }

  private async _entry(
    tree: Tree,
    descent: Descent,
    path: HomePath,
    found: { name: Buffer; subdirectories: ISubdirectory[] }
  ): Promise<void> {
    const { files, home, gate, signal } = this._tools;
    if (home.mounts.has(path)) {
      this.mounts.push(path);
      return;
    }
    await gate.pass(signal);
    try {
      const stats = await files.lstat(descent.current.at(found.name), {
        bigint: true
      });
      this._count(tree, path, stats);
      if (stats.isDirectory()) {
        found.subdirectories.push({ name: found.name, path, stats });
      }
    } catch (reason) {
      this._failed(path, reason);
    }
  }

  private async _below(
    tree: Tree,
    descent: Descent,
    { name, path }: ISubdirectory
  ): Promise<void> {
    try {
      await this._enter(descent, name);
    } catch (reason) {
      if (codeOf(reason) === 'EXDEV') {
        this.mounts.push(path);
      } else {
        this._failed(path, reason);
      }
      return;
    }
    await this._inside(tree, descent, path);
    await descent.leave();
  }

  private async _enter(descent: Descent, name: Buffer): Promise<void> {
    await this._tools.gate.pass(this._tools.signal, HOLD_CALLS + LIST_CALLS);
    await descent.enter(name);
  }

  private _count(tree: Tree, path: HomePath, stats: BigIntStats): void {
    tree.add(path, stats);
    this.links.add(stats);
    this.late.add(stats);
    if (stats.isDirectory()) {
      this.directories += 1;
    } else {
      this.files += 1;
      this._rank(path, usedBytesOf(stats));
    }
  }

  private _rank(path: HomePath, usedBytes: number): void {
    const { largest } = this;
    const last = largest.at(-1);
    if (largest.length < MAX_LARGEST || (last && usedBytes > last.usedBytes)) {
      largest.push({ path, usedBytes });
      largest.sort((one, other) => other.usedBytes - one.usedBytes);
      largest.splice(MAX_LARGEST);
    }
  }

  /** What is gone before it was looked at is no part any more; a cancelled look ends. */
  private _failed(path: HomePath, reason: unknown): void {
    const code = codeOf(reason);
    if (code === null) {
      throw reason;
    }
    if (code !== 'ENOENT') {
      this.unreadable.add(path, code);
    }
  }
}

/** What one target is made of. */
class Tree {
  constructor(private readonly _top: BigIntStats) {}

  add(path: HomePath, stats: BigIntStats): void {
    this._fingerprint.add(path, stats);
    this._links.add(stats);
    if (!stats.isDirectory()) {
      this._files += 1;
    }
    if (stats.ctimeNs > this._newestNs) {
      this._newestNs = stats.ctimeNs;
    }
  }

  identity(): HomeIdentity {
    return {
      kind: kindOf(this._top),
      device: String(this._top.dev),
      inode: String(this._top.ino),
      usedBytes: this._links.freedBytes + this._links.linkedBytes,
      files: this._files,
      newestChangeNs: String(this._newestNs),
      fingerprint: this._fingerprint.toString()
    };
  }

  private readonly _fingerprint = new Fingerprint();
  private readonly _links = new LinkTally();
  private _files = 0;
  private _newestNs = -(1n << 63n);
}

/** Which kind of entry this is. */
export function kindOf(stats: BigIntStats): HomeIdentity['kind'] {
  if (stats.isDirectory()) {
    return 'directory';
  }
  if (stats.isSymbolicLink()) {
    return 'symlink';
  }
  return stats.isFile() ? 'file' : 'other';
}
