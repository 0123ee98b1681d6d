import { decodeName } from './tree/names';

/** Field of a line of mountinfo that holds the mount point; proc_pid_mountinfo(5). */
const MOUNT_POINT_FIELD = 4;

/**
 * The mount points strictly below a directory, as paths relative to it, sorted.
 *
 * Their `st_dev` tells nothing: the hub mounts other folders of the same volume inside the home.
 *
 * @param mountinfo - The content of `/proc/self/mountinfo`.
 * @param directory - Absolute, with no symbolic link in it, in the form `decodeName` gives.
 */
export function mountsBelow(mountinfo: Buffer, directory: string): string[] {
  const prefix = directory === '/' ? '/' : `${directory}/`;
  const found = new Set<string>();
  for (const line of mountinfo.toString('latin1').split('\n')) {
    const field = line.split(' ')[MOUNT_POINT_FIELD];
    if (field !== undefined) {
      const point = decodeName(unescapeOctal(field));
      if (point.startsWith(prefix) && point.length > prefix.length) {
        found.add(point.slice(prefix.length));
      }
    }
  }
  return withoutNested([...found].sort());
}

/** Blank, tab, newline and backslash stand as `\040` and so on. */
function unescapeOctal(field: string): Buffer {
  return Buffer.from(
    field.replace(/\\([0-7]{3})/g, (_, digits: string) =>
      String.fromCharCode(parseInt(digits, 8))
    ),
    'latin1'
  );
}

/** What is mounted inside a mount is left out with it. */
function withoutNested(sorted: readonly string[]): string[] {
  const kept: string[] = [];
  for (const path of sorted) {
    if (!kept.some(outer => path.startsWith(`${outer}/`))) {
      kept.push(path);
    }
  }
  return kept;
}

/**
 * Looks a directory's mounted children up by its path.
 */
export class ExcludedMounts {
  /** @param paths - Relative to the root of the walk. */
  constructor(readonly paths: readonly string[]) {
    for (const path of paths) {
      const slash = path.lastIndexOf('/');
      const parent = slash === -1 ? '' : path.slice(0, slash);
      const names = this._byParent.get(parent) ?? new Set();
      names.add(path.slice(slash + 1));
      this._byParent.set(parent, names);
    }
  }

  get isEmpty(): boolean {
    return this._byParent.size === 0;
  }

  /** Names in this directory that are not part of it; undefined: none. */
  in(path: string): ReadonlySet<string> | undefined {
    return this._byParent.get(path);
  }

  private readonly _byParent = new Map<string, Set<string>>();
}
