import { decodeName } from './names';

/** Fields of a line of mountinfo; proc_pid_mountinfo(5). */
const ID_FIELD = 0;
const PARENT_FIELD = 1;
const POINT_FIELD = 4;

interface IMount {
  readonly id: string;
  /** The mount that it is mounted on. */
  readonly parent: string;
  /** As `decodeName` writes it. */
  readonly point: string;
}

/**
 * The mount points strictly below a directory, as paths relative to it, sorted.
 *
 * Their `st_dev` tells nothing: the hub mounts other folders of the same volume inside the home.
 *
 * @param mountinfo - The content of `/proc/self/mountinfo`.
 * @param directory - Absolute, with no symbolic link in it, in the form `decodeName` gives.
 */
export function mountsBelow(mountinfo: Buffer, directory: string): string[] {
  const mounts = parse(mountinfo);
  const own = mountOf(directory, mounts);
  const prefix = directory === '/' ? '/' : `${directory}/`;
  const found = new Set<string>();
  for (const { parent, point } of mounts) {
    // What was mounted first may be covered by what was mounted later on the directory or above it.
    const isCovered = own !== null && parent !== own.id;
    if (!isCovered && point.startsWith(prefix) && point !== prefix) {
      found.add(point.slice(prefix.length));
    }
  }
  return withoutNested([...found].sort());
}

function parse(mountinfo: Buffer): IMount[] {
  const mounts: IMount[] = [];
  for (const line of mountinfo.toString('latin1').split('\n')) {
    const fields = line.split(' ');
    const id = fields[ID_FIELD];
    const parent = fields[PARENT_FIELD];
    const point = fields[POINT_FIELD];
    if (id !== undefined && parent !== undefined && point !== undefined) {
      mounts.push({ id, parent, point: decodeName(unescapeOctal(point)) });
    }
  }
  return mounts;
}

/**
 * The mount that a directory is seen in: down from the root, as the kernel goes. Null: the root itself is not named, as after
 * chroot(2).
 */
function mountOf(directory: string, mounts: readonly IMount[]): IMount | null {
  const ids = new Set(mounts.map(({ id }) => id));
  const root = mounts.find(
    ({ parent, point }) => point === '/' && !ids.has(parent)
  );
  if (!root) {
    return null;
  }
  let own = root;
  for (const path of pathsTo(directory)) {
    const on = ({ parent, point }: IMount): boolean =>
      parent === own.id && point === path;
    for (let next = mounts.find(on); next; next = mounts.find(on)) {
      own = next;
    }
  }
  return own;
}

/** `/`, `/home`, `/home/jovyan`. */
function pathsTo(directory: string): string[] {
  const parts = directory.split('/').filter(part => part !== '');
  return ['/', ...parts.map((_, at) => `/${parts.slice(0, at + 1).join('/')}`)];
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
