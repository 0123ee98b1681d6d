import type { DirectoryColumns } from './columns';
import { DIRECTORY_FLAGS, ReplacedError, type Files } from './files';
import { pieces, type Paths } from './paths';
import type { EntryStats } from './tally';

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
  stats: EntryStats
): boolean {
  return (
    stats.ino === columns.inode[id] &&
    (stats.dev === rootDevice) === columns.isOnRootDevice(id)
  );
}

/** Where the walk is. */
interface IGround {
  readonly files: Files;
  readonly columns: DirectoryColumns;
  readonly paths: Paths;
  readonly rootDevice: number;
}

/**
 * A firm hold on one directory at a time, by an open descriptor: what is reached through it is in that directory, whatever
 * happens to its path in the meantime (a rename, a symbolic link put in its place).
 */
export class DescriptorAnchor {
  constructor(private readonly _ground: IGround) {}

  /**
   * @returns Where the directory is, for calls.
   * @throws What the system throws, `ReplacedError` when another directory stands there now.
   */
  enter(id: number): string {
    this._descriptor = hold(this._ground, id);
    return descriptorPath(this._descriptor);
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
 * Open a directory, however long its path is.
 *
 * @returns A descriptor, which is the caller's to close.
 * @throws What the system throws, `ReplacedError` when another directory stands there now.
 */
export function hold(
  { files, columns, paths, rootDevice }: IGround,
  id: number
): number {
  const descriptor = openAt(files, paths.absolute(id));
  if (!isSame(columns, id, rootDevice, files.fstatSync(descriptor))) {
    files.closeSync(descriptor);
    throw new ReplacedError('Another directory stands there now.');
  }
  return descriptor;
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
