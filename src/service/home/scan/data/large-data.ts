import fs from 'node:fs';
import type { HomeLargest, LargeData } from '../../../../contract';
import { Gate } from '../node/gate';
import { DescriptorAnchor } from '../tree/anchor';
import { instantOf } from '../tree/instant';
import type { ILargeFile } from '../tree/large-files';
import { encodeName } from '../tree/names';
import { joined } from '../tree/paths';
import { formatOf, SIGNATURE_BYTES, ZARR_MARKERS } from './signature';
import type { ITotals } from '../walk/totals';
import type { Counted } from '../walk/walk';

/** Where nobody says otherwise: what is in a home is under 1 GB a data set; larger ones belong in a bucket. */
const DATA_BYTES = 1_000_000_000;

/** Half a year: longer than a term, shorter than a paper. */
export const OLD_DAYS = 180;

/** A short list is read; a long one is not. */
const MOST_DIRECTORIES = 20;

const DAY_MS = 86_400_000;

/** Never through a symbolic link, and never waiting for whoever writes to a FIFO. */
const FILE_FLAGS =
  fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK;

/** What holding a directory and reading a file's beginning cost in calls. */
const HOLD_CALLS = 3;
const READ_CALLS = 4;

/** What is large or old in a home. */
export type LargeFindings = Pick<HomeLargest, 'files' | 'stores' | 'oldest'>;

interface ISearchOptions {
  readonly dataBytes?: number | undefined;
  readonly nowMs: number;
  /** Null: no ceiling on calls. */
  readonly operationsPerSecond: number | null;
}

/**
 * Name what is large or old after a walk that is over.
 */
export function findLargeData(
  walk: Counted,
  totals: ITotals,
  options: ISearchOptions
): Promise<LargeFindings> {
  return new Search(walk, totals, options).run();
}

class Search {
  constructor(
    private readonly _walk: Counted,
    private readonly _totals: ITotals,
    private readonly _options: ISearchOptions
  ) {
    this._anchor = new DescriptorAnchor(_walk.tree);
    this._gate = new Gate(_options.operationsPerSecond);
    this._dataBytes = _options.dataBytes ?? DATA_BYTES;
  }

  async run(): Promise<LargeFindings> {
    const stores = await this._findStores();
    const files: LargeData[] = [];
    for (const file of this._countedOnce()) {
      if (!this._isWithin(file.directory, stores)) {
        files.push(await this._describeFile(file));
      }
    }
    return {
      files,
      stores: this._largest(stores).map(id => ({
        ...this._describe(id),
        format: 'zarr'
      })),
      oldest: this._largest(this._findOld()).map(id => this._describe(id))
    };
  }

  /** Of a store within a store only the outer one: it is what was written as one. */
  private async _findStores(): Promise<ReadonlySet<number>> {
    const stores = new Set<number>();
    for (const id of this._large()) {
      if (!this._isWithin(id, stores) && (await this._isStore(id))) {
        stores.add(id);
      }
    }
    return stores;
  }

  private _findOld(): ReadonlySet<number> {
    const limitMs = this._options.nowMs - OLD_DAYS * DAY_MS;
    const old = new Set<number>();
    for (const id of this._large()) {
      const isOld = (this._totals.newestMs[id] ?? Infinity) < limitMs;
      if (isOld && !this._isWithin(id, old)) {
        old.add(id);
      }
    }
    return old;
  }

  /** Outer directories before inner ones; the home itself is left out. */
  private *_large(): Generator<number> {
    const { count, usedBytes } = this._totals;
    for (let id = 1; id < count; id += 1) {
      if ((usedBytes[id] ?? 0) >= this._dataBytes) {
        yield id;
      }
    }
  }

  private _isWithin(directory: number, some: ReadonlySet<number>): boolean {
    const { parent } = this._walk.tree.columns;
    for (let id = directory; id !== 0; id = parent[id] ?? 0) {
      if (some.has(id)) {
        return true;
      }
    }
    return false;
  }

  private _largest(ids: ReadonlySet<number>): number[] {
    const { usedBytes } = this._totals;
    return [...ids]
      .sort((one, other) => (usedBytes[other] ?? 0) - (usedBytes[one] ?? 0))
      .slice(0, MOST_DIRECTORIES);
  }

  /** A file with several names under one of them: in the directory that it is counted in. */
  private *_countedOnce(): Generator<ILargeFile> {
    const seen = new Set<string>();
    for (const file of this._walk.large.files) {
      const { linked, directory } = file;
      const key = linked && `${linked.volume}:${linked.inode}`;
      const isElsewhere =
        linked !== null &&
        this._walk.linked.owner(linked.volume, linked.inode) !== directory;
      if (key !== null && (isElsewhere || seen.has(key))) {
        continue;
      }
      if (key !== null) {
        seen.add(key);
      }
      yield file;
    }
  }

  private async _isStore(id: number): Promise<boolean> {
    await this._pass(HOLD_CALLS + ZARR_MARKERS.length);
    return this._within(id, false, prefix =>
      ZARR_MARKERS.some(
        marker =>
          fs.lstatSync(prefix + marker, { throwIfNoEntry: false })?.isFile() ===
          true
      )
    );
  }

  private async _describeFile(file: ILargeFile): Promise<LargeData> {
    const { directory, name, usedBytes, changedMs } = file;
    let format: LargeData['format'] = null;
    if (usedBytes >= this._dataBytes) {
      await this._pass(HOLD_CALLS + READ_CALLS);
      format = this._within(directory, null, prefix =>
        formatOf(readBeginning(prefix, name))
      );
    }
    return {
      path: joined(this._walk.tree.paths.relative(directory), name),
      usedBytes,
      changedAt: instantOf(changedMs),
      format
    };
  }

  private _describe(id: number): Omit<LargeData, 'format'> {
    return {
      path: this._walk.tree.paths.relative(id),
      usedBytes: this._totals.usedBytes[id] ?? 0,
      changedAt: instantOf(this._totals.newestMs[id] ?? 0)
    };
  }

  /** Look at something in a directory while it is held; what cannot be looked at has no format. */
  private _within<T>(id: number, otherwise: T, look: (prefix: string) => T): T {
    try {
      return look(`${this._anchor.enter(id)}/`);
    } catch {
      // Gone, replaced or not ours to read: then it is a large file or directory of no known format.
      return otherwise;
    } finally {
      this._anchor.leave();
    }
  }

  private async _pass(calls: number): Promise<void> {
    for (let call = 0; call < calls; call += 1) {
      await this._gate.pass(NEVER);
    }
  }

  private readonly _anchor: DescriptorAnchor;
  private readonly _gate: Gate;
  private readonly _dataBytes: number;
}

/** The search ends with its process. */
const NEVER = new AbortController().signal;

function readBeginning(prefix: string, name: string): Uint8Array {
  const path = Buffer.concat([Buffer.from(prefix), encodeName(name)]);
  const descriptor = fs.openSync(path, FILE_FLAGS);
  try {
    const beginning = new Uint8Array(SIGNATURE_BYTES);
    const isFile = fs.fstatSync(descriptor).isFile();
    const bytes = isFile ? fs.readSync(descriptor, beginning) : 0;
    return beginning.subarray(0, bytes);
  } finally {
    fs.closeSync(descriptor);
  }
}
