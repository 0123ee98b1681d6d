import type { FolderSize } from '../../contract';
import { dayOf, deletionMs } from './expiry';
import type { IStoredObject } from './page';
import { daysOf, NO_RULE, type IRule } from './rule';

/** The longest list of children that anybody reads. */
const MAX_CHILDREN = 1000;

/** What goes within this is worth a warning. */
const SOON_MS = 48 * 3_600_000;

interface IChild {
  readonly name: string;
  bytes: number;
  objects: number;
  /** When the first of it is deleted; Infinity: never. */
  deletedMs: number;
}

type StorageClass = FolderSize['classes'][number];

/**
 * What decides when things are deleted.
 */
export interface ITallyOptions {
  readonly rule?: IRule;
  readonly nowMs?: number;
}

/**
 * Adds up the objects below a folder, in any order.
 *
 * Folders are kept one by one; of the objects directly in it only the biggest, so that a flat folder of a
 * million costs no memory.
 */
export class Tally {
  constructor(
    prefix: string,
    { rule = NO_RULE, nowMs = 0 }: ITallyOptions = {}
  ) {
    this._start = prefix.length;
    this._rule = rule;
    this._soonMs = nowMs + SOON_MS;
  }

  /**
   * Count objects; their names begin with the folder's.
   */
  add(objects: readonly IStoredObject[]): void {
    for (const object of objects) {
      const { name, bytes, createdAt } = object;
      this._bytes += bytes;
      this._objects += 1;
      this._addToClass(object);
      const deletedMs = this._deletedMs(object);
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
        this._addFile(name.slice(this._start), bytes, deletedMs);
      } else {
        this._addToFolder(name.slice(this._start, slash + 1), bytes, deletedMs);
      }
    }
  }

  /** Counted so far. */
  get objects(): number {
    return this._objects;
  }

  /**
   * The numbers so far, children biggest first.
   */
  report(state: Pick<FolderSize, 'phase' | 'complete' | 'calls'>): FolderSize {
    const children = [...this._folders.values(), ...this._files]
      .sort(bySize)
      .slice(0, MAX_CHILDREN)
      .map(({ name, bytes, objects, deletedMs }) => ({
        name,
        bytes,
        objects,
        deletedOn: Number.isFinite(deletedMs) ? dayOf(deletedMs) : null
      }));
    return {
      ...state,
      bytes: this._bytes,
      objects: this._objects,
      oldestAt: instant(this._oldestAt),
      newestAt: instant(this._newestAt),
      children,
      classes: [...this._classes.values()]
        .sort((a, b) => b.bytes - a.bytes)
        .map(one => ({ ...one })),
      goingSoon: this._rule.deletions.length === 0 ? null : { ...this._soon }
    };
  }

  /** The day the first object is deleted; null: none is. */
  firstDay(): string | null {
    return Number.isFinite(this._firstMs) ? dayOf(this._firstMs) : null;
  }

  /** What goes first, soonest first. */
  first(count: number): readonly { name: string; deletedOn: string }[] {
    return [...this._folders.values(), ...this._files]
      .filter(({ deletedMs }) => deletedMs <= this._soonMs)
      .sort((a, b) => a.deletedMs - b.deletedMs || bySize(a, b))
      .slice(0, count)
      .map(({ name, deletedMs }) => ({ name, deletedOn: dayOf(deletedMs) }));
  }

  private _addToClass({ storageClass, bytes }: IStoredObject): void {
    if (this._lastClass?.storageClass !== storageClass) {
      let found = this._classes.get(storageClass);
      if (!found) {
        found = { storageClass, bytes: 0, objects: 0 };
        this._classes.set(storageClass, found);
      }
      this._lastClass = found;
    }
    this._lastClass.bytes += bytes;
    this._lastClass.objects += 1;
  }

  private _deletedMs({ name, createdAt, bytes }: IStoredObject): number {
    if (this._rule.deletions.length === 0) {
      return Infinity;
    }
    const ms = deletionMs(createdAt, daysOf(this._rule, name)) ?? Infinity;
    this._firstMs = Math.min(this._firstMs, ms);
    if (ms <= this._soonMs) {
      this._soon.bytes += bytes;
      this._soon.objects += 1;
    }
    return ms;
  }

  private _addToFolder(name: string, bytes: number, deletedMs: number): void {
    // Keys come in order, so the folder is nearly always that of the last one.
    if (this._last?.name !== name) {
      let child = this._folders.get(name);
      if (!child) {
        child = { name, bytes: 0, objects: 0, deletedMs };
        this._folders.set(name, child);
      }
      this._last = child;
    }
    this._last.bytes += bytes;
    this._last.objects += 1;
    this._last.deletedMs = Math.min(this._last.deletedMs, deletedMs);
  }

  private _addFile(name: string, bytes: number, deletedMs: number): void {
    if (bytes < this._leastFileBytes) {
      return;
    }
    this._files.push({ name, bytes, objects: 1, deletedMs });
    if (this._files.length >= 2 * MAX_CHILDREN) {
      this._files.sort(bySize).splice(MAX_CHILDREN);
      this._leastFileBytes = this._files.at(-1)?.bytes ?? 0;
    }
  }

  private readonly _start: number;
  private readonly _rule: IRule;
  private readonly _soonMs: number;
  private _firstMs = Infinity;
  private readonly _soon = { bytes: 0, objects: 0 };
  private readonly _classes = new Map<string, StorageClass>();
  private _lastClass: StorageClass | null = null;
  private readonly _folders = new Map<string, IChild>();
  private readonly _files: IChild[] = [];
  private _last: IChild | null = null;
  private _leastFileBytes = 0;
  private _bytes = 0;
  private _objects = 0;
  private _oldestAt: string | null = null;
  private _newestAt: string | null = null;
}

function bySize(left: IChild, right: IChild): number {
  return right.bytes - left.bytes || (left.name < right.name ? -1 : 1);
}

/** The service writes all instants alike, so they were compared as text. */
function instant(text: string | null): string | null {
  const ms = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
