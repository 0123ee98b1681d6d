import { inodeKey } from './linked';
import type { Name } from './names';
import { decodeName } from './names';
import { kindOf, usedBytes, type EntryStats } from './tally';

/** As many as a home of 50 GB can hold of the smallest file that is worth a look for itself. */
const MOST_FILES = 50;

/** Smaller files are never what fills a home. */
const LEAST_BYTES = 1_000_000;

/** A large file, by the directory that it stands in. */
export interface ILargeFile {
  readonly directory: number;
  readonly name: string;
  readonly usedBytes: number;
  readonly changedMs: number;
  /** A file with more names. */
  readonly linked: { readonly volume: number; readonly inode: number } | null;
}

/**
 * The largest files of a walk, by what they take.
 */
export class LargeFiles {
  constructor(private readonly _most = MOST_FILES) {}

  /** Files that do not take more need not be offered. */
  get floorBytes(): number {
    return this._floorBytes;
  }

  /** The largest first. */
  get files(): readonly ILargeFile[] {
    this._trim();
    return this._files;
  }

  /** Anything but a regular file is passed over. */
  add(directory: number, name: Name, stats: EntryStats): void {
    if (kindOf(stats) === 'file') {
      this._files.push({
        directory,
        name: typeof name === 'string' ? name : decodeName(name),
        usedBytes: usedBytes(stats),
        changedMs: stats.mtimeMs,
        linked: stats.nlink > 1 ? inodeKey(stats.dev, stats.ino) : null
      });
      this._trimWhenLong();
    }
  }

  /** Take over what another one has kept. */
  merge(files: readonly ILargeFile[]): void {
    this._files.push(...files);
    this._trimWhenLong();
  }

  private _trimWhenLong(): void {
    if (this._files.length >= 2 * this._most) {
      this._trim();
    }
  }

  private _trim(): void {
    this._files.sort((one, other) => other.usedBytes - one.usedBytes);
    this._files.length = Math.min(this._files.length, this._most);
    if (this._files.length === this._most) {
      this._floorBytes = this._files.at(-1)?.usedBytes ?? LEAST_BYTES;
    }
  }

  private readonly _files: ILargeFile[] = [];
  private _floorBytes = LEAST_BYTES;
}
