import type { Dirent } from 'node:fs';
import type { HomePath } from '../../../contract';
import { HOLD_CALLS, LIST_CALLS } from '../deletion/held-directory';
import { codeOf, type DeletionFiles } from '../deletion/files';
import type { Gate } from '../scan/node/gate';
import { inside, isSystem } from '../deletion/inside';
import type { OpenHome } from '../deletion/open-home';
import { DIRECTORY_FLAGS } from '../scan/tree/files';
import { decodeName, encodeName } from '../scan/tree/names';
import { joined } from '../scan/tree/paths';
import type { IContents } from './contents';
import type { IClearRule } from './rules';

/** Directories read at once: on a file server each waits for several round trips. */
const IN_FLIGHT = 16;

/** A directory whose own size is above this has far more names than any that a rule is about has beside it. */
const TOO_LARGE_BYTES = 16 << 20;

interface ISearchTools {
  readonly files: DeletionFiles;
  readonly home: OpenHome;
  readonly gate: Gate;
  readonly signal: AbortSignal;
}

/**
 * Finds the folders that rules know by name, anywhere in the home: never through a symbolic link, never across a mount.
 */
export class Search {
  /** @param closed - Paths that are not searched: they belong to other rules as a whole. */
  constructor(
    private readonly _tools: ISearchTools,
    private readonly _rules: readonly IClearRule[],
    private readonly _closed: ReadonlySet<HomePath>
  ) {
    for (const rule of _rules) {
      if ('name' in rule.where) {
        this._names.add(rule.where.name);
      }
    }
  }

  /** False: a part could not be searched. */
  isComplete = true;
  readonly found = new Map<string, HomePath[]>();

  async run(): Promise<void> {
    if (this._names.size === 0) {
      return;
    }
    const left: HomePath[] = [''];
    while (left.length > 0) {
      const paths = left.splice(-IN_FLIGHT);
      const answers = await Promise.allSettled(
        paths.map(path => this._visit(path))
      );
      for (const answer of answers) {
        if (answer.status === 'rejected') {
          throw answer.reason;
        }
        left.push(...answer.value);
      }
    }
  }

  /** Whether a folder that this rule knows by name is still what the rule is about. */
  async isStill({ where }: IClearRule, path: HomePath): Promise<boolean> {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return 'name' in where && where.holds(await this._contents(path, parent));
  }

  /** @returns The directories to search next. */
  private async _visit(path: HomePath): Promise<HomePath[]> {
    const next: HomePath[] = [];
    for (const entry of await this._list(path)) {
      const name = decodeName(entry.name);
      const below = joined(path, name);
      if (!entry.isDirectory() || this._isClosed(below)) {
        continue;
      }
      if (this._names.has(name)) {
        await this._judge(name, below, path);
      } else {
        next.push(below);
      }
    }
    return next;
  }

  private _isClosed(path: HomePath): boolean {
    const { home } = this._tools;
    return (
      this._closed.has(path) ||
      home.mounts.has(path) ||
      isSystem(home.path, encodeName(path))
    );
  }

  private async _judge(
    name: string,
    path: HomePath,
    parent: HomePath
  ): Promise<void> {
    const contents = await this._contents(path, parent);
    for (const { id, where } of this._rules) {
      if (
        'name' in where &&
        where.name === name &&
        (await where.holds(contents))
      ) {
        this.found.set(id, [...(this.found.get(id) ?? []), path]);
      }
    }
  }

  private async _contents(
    path: HomePath,
    parent: HomePath
  ): Promise<IContents> {
    const entries = await this._list(path);
    return {
      names: entries.map(entry => decodeName(entry.name)),
      holdsOnlyFiles: entries.every(entry => entry.isFile()),
      bytesOf: file => this._bytes(joined(path, file)),
      bytesBeside: file => this._bytes(joined(parent, file))
    };
  }

  /** What a file says it holds; null: that is no file, or it cannot be looked at. */
  private async _bytes(path: HomePath): Promise<number | null> {
    const { files, gate, signal } = this._tools;
    await gate.pass(signal);
    try {
      const stats = await files.lstat(this._absolute(path));
      return stats.isFile() ? stats.size : null;
    } catch (reason) {
      if (codeOf(reason) === null) {
        throw reason;
      }
      return null;
    }
  }

  private _absolute(path: HomePath): Buffer {
    const { home } = this._tools;
    return inside(home.path, path === '' ? [] : [encodeName(path)]);
  }

  private async _list(path: HomePath): Promise<Dirent<Buffer>[]> {
    const { files, gate, signal } = this._tools;
    await gate.pass(signal, HOLD_CALLS + LIST_CALLS);
    try {
      const handle = await files.open(this._absolute(path), DIRECTORY_FLAGS);
      try {
        const { size } = await handle.stat();
        if (size > TOO_LARGE_BYTES) {
          this.isComplete = false;
          return [];
        }
        return await files.readdir(`/proc/self/fd/${handle.fd}/`, {
          withFileTypes: true,
          encoding: 'buffer'
        });
      } finally {
        await handle.close();
      }
    } catch (reason) {
      const code = codeOf(reason);
      if (code === null) {
        throw reason;
      }
      // Gone meanwhile, or a symbolic link in its place: nothing to find there.
      if (!['ENOENT', 'ENOTDIR', 'ELOOP'].includes(code)) {
        this.isComplete = false;
      }
      return [];
    }
  }

  private readonly _names = new Set<string>();
}
