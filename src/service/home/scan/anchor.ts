import type { Stats } from 'node:fs';
import { SAME_DEVICE, type DirectoryColumns } from './columns';
import { DIRECTORY_FLAGS, ReplacedError, type Files } from './files';
import { pieces, type Paths } from './paths';

/**
 * A firm hold on one directory at a time: what is reached through it is in that directory, whatever happens to its path
 * in the meantime (a rename, a symbolic link put in its place).
 */
export interface IAnchor {
  /**
   * @throws What the system throws, `ReplacedError` when another directory stands there now.
   */
  enter(id: number): IEntered;
  leave(): void;
}

/** A directory that an anchor holds. */
export interface IEntered {
  /** The directory itself, for listing it. */
  readonly directory: string;
  /** What to put before a name. */
  readonly prefix: string;
  /** What the directory's own list of names takes. */
  readonly sizeBytes: number;
}

/** Where an open directory can be named, in any thread. */
export function descriptorPath(descriptor: number): string {
  // The number in place of `self` spares the kernel a symbolic link in every call.
  return `/proc/${process.pid}/fd/${descriptor}`;
}

/** Whether these are the stats of the directory that was found under this number. */
export function isSame(
  columns: DirectoryColumns,
  id: number,
  rootDevice: number,
  stats: Stats
): boolean {
  const sameDevice = ((columns.flags[id] ?? 0) & SAME_DEVICE) !== 0;
  return (
    stats.ino === columns.inode[id] && (stats.dev === rootDevice) === sameDevice
  );
}

/** Where the walk is, for both anchors. */
export interface IGround {
  readonly files: Files;
  readonly columns: DirectoryColumns;
  readonly paths: Paths;
  readonly rootDevice: number;
}

/**
 * Holds a directory by an open descriptor. Works in every thread.
 */
export class DescriptorAnchor implements IAnchor {
  constructor(private readonly _ground: IGround) {}

  enter(id: number): IEntered {
    const { files, columns, paths, rootDevice } = this._ground;
    const descriptor = openAt(files, paths.absolute(id));
    this._descriptor = descriptor;
    const stats = files.fstatSync(descriptor);
    if (!isSame(columns, id, rootDevice, stats)) {
      this.leave();
      throw new ReplacedError('Another directory stands there now.');
    }
    const prefix = `${descriptorPath(descriptor)}/`;
    return { directory: prefix, prefix, sizeBytes: stats.size };
  }

  leave(): void {
    if (this._descriptor !== null) {
      this._ground.files.closeSync(this._descriptor);
      this._descriptor = null;
    }
  }

  private _descriptor: number | null = null;
}

/**
 * Holds a directory by working in it, which makes every call a third cheaper: a name needs no path before it.
 * The working directory belongs to the whole process, so one thread of it can do this.
 */
export class WorkingDirectoryAnchor implements IAnchor {
  constructor(private readonly _ground: IGround) {}

  enter(id: number): IEntered {
    const { files, columns, paths, rootDevice } = this._ground;
    const path = paths.absolute(id);
    if (typeof path === 'string' && pieces(path).length === 1) {
      process.chdir(path);
    } else {
      const descriptor = openAt(files, path);
      try {
        process.chdir(descriptorPath(descriptor));
      } finally {
        files.closeSync(descriptor);
      }
    }
    // `chdir` follows symbolic links; where it ended is what counts.
    const stats = files.statSync('.');
    if (!isSame(columns, id, rootDevice, stats)) {
      throw new ReplacedError('Another directory stands there now.');
    }
    return { directory: '.', prefix: '', sizeBytes: stats.size };
  }

  leave(): void {
    // The next `enter` leaves; the walk's end goes back to where the process was.
  }
}

function openAt(files: Files, path: string | Buffer): number {
  let descriptor: number | null = null;
  for (const piece of pieces(path)) {
    const target: string | Buffer =
      descriptor === null
        ? piece
        : Buffer.concat([
            Buffer.from(`${descriptorPath(descriptor)}/`),
            Buffer.from(piece)
          ]);
    const outer: number | null = descriptor;
    try {
      descriptor = files.openSync(target, DIRECTORY_FLAGS);
    } finally {
      if (outer !== null) {
        files.closeSync(outer);
      }
    }
  }
  if (descriptor === null) {
    throw new ReplacedError('The path is empty.');
  }
  return descriptor;
}
