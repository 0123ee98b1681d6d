import type { DirectoryColumns } from './columns';
import { encodeName } from './names';

/** Below PATH_MAX (4,096) by the room that `/proc/self/fd/<n>/` takes. */
const MAX_PIECE_BYTES = 4000;

/**
 * Says where the directories of a walk are.
 */
export class Paths {
  constructor(
    private readonly _columns: DirectoryColumns,
    private readonly _root: string
  ) {}

  /** The path below the root, empty for the root itself, as `decodeName` writes it. */
  relative(id: number): string {
    const { parent, depth } = this._columns;
    let level = depth[id] ?? 0;
    const below: number[] = [];
    let at = id;
    while (level > 0 && this._ids[level] !== at) {
      below.push(at);
      at = parent[at] ?? 0;
      level -= 1;
    }
    let path = level === 0 ? '' : (this._paths[level] ?? '');
    for (let next = below.pop(); next !== undefined; next = below.pop()) {
      level += 1;
      path = joined(path, this._columns.nameText(next));
      this._ids[level] = next;
      this._paths[level] = path;
    }
    return path;
  }

  /** For system calls: text where that says it exactly, else bytes. */
  absolute(id: number): string | Buffer {
    const relative = this.relative(id);
    const path =
      relative === '' ? this._root : joined(withoutSlash(this._root), relative);
    return path.isWellFormed() ? path : encodeName(path);
  }

  // The last path asked for and all above it, by depth: neighbours are asked for one after the other.
  private readonly _ids: number[] = [];
  private readonly _paths: string[] = [];
}

/**
 * Tells whether the path of one directory sorts before that of another.
 *
 * Nothing but the paths stays in memory with it, as it lives for as long as what is known of a tree.
 */
export function byPath(paths: Paths): (one: number, other: number) => boolean {
  return (one, other) => paths.relative(one) < paths.relative(other);
}

/** A name in a directory; the empty path is the root of the walk. */
export function joined(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

function withoutSlash(root: string): string {
  // The file system's own root joined with a name is `/name`: an empty first part.
  return root === '/' ? '/.' : root;
}

/**
 * A path cut where the kernel would refuse it as too long; each piece after the first is relative to the one before.
 */
export function pieces(path: string | Buffer): (string | Buffer)[] {
  if (path.length * 3 < MAX_PIECE_BYTES) {
    return [path];
  }
  let rest = Buffer.from(path);
  const found: Buffer[] = [];
  while (rest.length > MAX_PIECE_BYTES) {
    const slash = rest.lastIndexOf('/', MAX_PIECE_BYTES);
    found.push(rest.subarray(0, slash));
    rest = rest.subarray(slash + 1);
  }
  return [...found, rest];
}
