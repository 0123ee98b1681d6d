import { InodeIndex } from './inode-index';

/** How far inode numbers are cut, so that each half is exact in a JavaScript number. */
const HALF = 2 ** 48;

/** A device's number and the rest of an inode share one number: this many of the latter. */
const VOLUMES = 65_536;

/**
 * A file with more than one name, as found under one of them.
 */
export interface ILinkedName {
  /** Device, and the upper bits of the inode where it has that many. */
  readonly volume: number;
  readonly inode: number;
  readonly directory: number;
  readonly usedBytes: number;
  readonly apparentBytes: number;
}

/** The inode as `stats` tells it: rounded where it is above 2^53. */
export function inodeOf({
  volume,
  inode
}: Pick<ILinkedName, 'volume' | 'inode'>): number {
  return (volume % VOLUMES) * HALF + inode;
}

/** Volume and inode of exact numbers. */
export function inodeKey(
  device: number,
  inode: bigint | number
): { volume: number; inode: number } {
  if (typeof inode === 'number' && inode < HALF) {
    return { volume: device * VOLUMES, inode };
  }
  const high = Math.floor(Number(BigInt(inode) / BigInt(HALF)));
  const low = Number(BigInt(inode) % BigInt(HALF));
  return { volume: device * VOLUMES + high, inode: low };
}

/**
 * Files with more than one name, each counted once, under the directory that comes first.
 *
 * Which name a parallel walk meets first is chance; which directory comes first is not.
 */
export class LinkedFiles {
  /**
   * @param comesFirst - Whether the path of the first directory sorts before that of the second.
   * @param keepsNames - Whether each name is remembered, not only the file: 32 bytes more.
   */
  constructor(
    private readonly _comesFirst: (one: number, other: number) => boolean,
    private readonly _keepsNames = false
  ) {}

  get count(): number {
    return this._owners.length;
  }

  /** The sizes that were told first are those that count. */
  add(name: ILinkedName): void {
    const known = this._find(name.volume, name.inode);
    if (this._keepsNames) {
      this._nameOf.push(known ?? this.count);
      this._directoryOf.push(name.directory);
    }
    if (known === undefined) {
      this._remember(name);
      return;
    }
    const owner = this._owners[known] ?? 0;
    if (owner !== name.directory && this._precedes(name.directory, owner)) {
      this._owners[known] = name.directory;
    }
  }

  /** The directory a file is counted in; null: it was not there when the walk passed. */
  owner(volume: number, inode: number): number | null {
    const known = this._find(volume, inode);
    return known === undefined ? null : (this._owners[known] ?? null);
  }

  /** Inodes in ascending order, and the directory each is counted in. */
  sorted(): { inodes: Float64Array; owners: Uint32Array } {
    const inodes = new Float64Array(this.count);
    let at = 0;
    for (const index of this._volumes.values()) {
      for (const inode of index.inodes()) {
        inodes[at] = inode;
        at += 1;
      }
    }
    inodes.sort();
    const volumes = [...this._volumes.keys()];
    const owners = Uint32Array.from(inodes, inode => {
      const volume = volumes.find(one => this._find(one, inode) !== undefined);
      return this.owner(volume ?? 0, inode) ?? 0;
    });
    return { inodes, owners };
  }

  /** Each file once, with the directory it is counted in. */
  forEach(
    visit: (owner: number, usedBytes: number, apparentBytes: number) => void
  ): void {
    for (let at = 0; at < this._owners.length; at += 1) {
      visit(
        this._owners[at] ?? 0,
        this._usedBytes[at] ?? 0,
        this._apparentBytes[at] ?? 0
      );
    }
  }

  /** Whether any of the names that are kept is in such a directory. */
  hasNameIn(isSuch: (directory: number) => boolean): boolean {
    return this._directoryOf.some(isSuch);
  }

  /** Every name that was told, when names are kept. */
  *names(): Generator<ILinkedName> {
    for (const [at, file] of this._nameOf.entries()) {
      yield {
        volume: this._volumeOf[file] ?? 0,
        inode: this._inodeOf[file] ?? 0,
        directory: this._directoryOf[at] ?? 0,
        usedBytes: this._usedBytes[file] ?? 0,
        apparentBytes: this._apparentBytes[file] ?? 0
      };
    }
  }

  private _find(volume: number, inode: number): number | undefined {
    return this._volumes.get(volume)?.get(inode);
  }

  private _remember(name: ILinkedName): void {
    let inodes = this._volumes.get(name.volume);
    if (!inodes) {
      inodes = new InodeIndex();
      this._volumes.set(name.volume, inodes);
    }
    inodes.set(name.inode, this._owners.length);
    this._owners.push(name.directory);
    this._usedBytes.push(name.usedBytes);
    this._apparentBytes.push(name.apparentBytes);
    if (this._keepsNames) {
      this._volumeOf.push(name.volume);
      this._inodeOf.push(name.inode);
    }
  }

  /** Duplicates come in runs: a package's folder and its copy in an environment. */
  private _precedes(one: number, other: number): boolean {
    if (this._lastOne !== one || this._lastOther !== other) {
      this._lastOne = one;
      this._lastOther = other;
      this._lastAnswer = this._comesFirst(one, other);
    }
    return this._lastAnswer;
  }

  private readonly _volumes = new Map<number, InodeIndex>();
  private readonly _owners: number[] = [];
  private readonly _usedBytes: number[] = [];
  private readonly _apparentBytes: number[] = [];
  // By name: the file and the directory. By file, as the names need them: volume and inode.
  private readonly _nameOf: number[] = [];
  private readonly _directoryOf: number[] = [];
  private readonly _volumeOf: number[] = [];
  private readonly _inodeOf: number[] = [];
  private _lastOne = -1;
  private _lastOther = -1;
  private _lastAnswer = false;
}
