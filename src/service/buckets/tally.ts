import type { FolderSize } from '../../contract';
import type { IStoredObject } from './page';

/** The longest list of children that anybody reads. */
const MAX_CHILDREN = 1000;

type Child = FolderSize['children'][number];

/**
 * Adds up the objects below a folder, in any order.
 *
 * Folders are kept one by one; of the objects directly in it only the biggest, so that a flat folder of a
 * million costs no memory.
 */
export class Tally {
  constructor(prefix: string) {
    this._start = prefix.length;
  }

  /**
   * Count objects; their names begin with the folder's.
   */
  add(objects: readonly IStoredObject[]): void {
    for (const { name, bytes, createdAt } of objects) {
      this._bytes += bytes;
      this._objects += 1;
      if (createdAt !== null) {
        this._oldestAt =
          this._oldestAt === null || createdAt < this._oldestAt
            ? createdAt
            : this._oldestAt;
        this._newestAt =
          this._newestAt === null || createdAt > this._newestAt
            ? createdAt
            : this._newestAt;
      }
      const slash = name.indexOf('/', this._start);
      if (slash === -1) {
        this._addFile(name.slice(this._start), bytes);
      } else {
        this._addToFolder(name.slice(this._start, slash + 1), bytes);
      }
    }
  }

  /**
   * How many pages of a thousand a folder holds on average, as far as folders have been listed to their end.
   *
   * @param open - So many may still be under way.
   * @returns Infinity: not known yet.
   */
  pagesAFolder(open: number): number {
    const closed = this._folders.size - open;
    return closed > 0 ? this._objects / 1000 / closed : Infinity;
  }

  /**
   * The numbers so far, children biggest first.
   */
  report(state: Pick<FolderSize, 'phase' | 'complete' | 'calls'>): FolderSize {
    const children = [...this._folders.values(), ...this._files]
      .sort(bySize)
      .slice(0, MAX_CHILDREN)
      .map(child => ({ ...child }));
    return {
      ...state,
      bytes: this._bytes,
      objects: this._objects,
      oldestAt: instant(this._oldestAt),
      newestAt: instant(this._newestAt),
      children
    };
  }

  private _addToFolder(name: string, bytes: number): void {
    // Keys come in order, so the folder is nearly always that of the last one.
    if (this._last?.name !== name) {
      let child = this._folders.get(name);
      if (!child) {
        child = { name, bytes: 0, objects: 0 };
        this._folders.set(name, child);
      }
      this._last = child;
    }
    this._last.bytes += bytes;
    this._last.objects += 1;
  }

  private _addFile(name: string, bytes: number): void {
    if (bytes < this._leastFileBytes) {
      return;
    }
    this._files.push({ name, bytes, objects: 1 });
    if (this._files.length >= 2 * MAX_CHILDREN) {
      this._files.sort(bySize).splice(MAX_CHILDREN);
      this._leastFileBytes = this._files.at(-1)?.bytes ?? 0;
    }
  }

  private readonly _start: number;
  private readonly _folders = new Map<string, Child>();
  private readonly _files: Child[] = [];
  private _last: Child | null = null;
  private _leastFileBytes = 0;
  private _bytes = 0;
  private _objects = 0;
  private _oldestAt: string | null = null;
  private _newestAt: string | null = null;
}

function bySize(left: Child, right: Child): number {
  return right.bytes - left.bytes || (left.name < right.name ? -1 : 1);
}

/** The service writes all instants alike, so they were compared as text. */
function instant(text: string | null): string | null {
  const ms = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
