import type { FolderSize } from '../../../contract';
import { dayOf, deletionMs } from '../rules/expiry';
import { daysOf, NO_RULE, type IRule } from '../rules/rule';
import { endOfFolder, type ISizedObjects } from '../store/sized-objects';

/** The longest list of children that anybody reads. */
const MAX_CHILDREN = 1000;

/** What goes within this is worth a warning. */
const SOON_MS = 48 * 3_600_000;

interface IPart {
  bytes: number;
  objects: number;
  /** When the first of it is deleted; Infinity: never. */
  deletedMs: number;
}

interface IChild extends IPart {
  readonly name: string;
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
    this._prefix = prefix;
    this._rule = rule;
    this._soonMs = nowMs + SOON_MS;
  }

  /**
   * Count the objects of a page from `from` on and before `to`; their names begin with the folder's.
   */
  add(page: ISizedObjects, from = 0, to = page.count): void {
    this._addDates(page, from, to);
    this._addClasses(page, from, to);
    const start = this._prefix.length;
    for (let at = from; at < to;) {
      if (page.isDirectlyIn(this._prefix, at)) {
        this._addFile(page, at);
        at += 1;
      } else {
        const name = page.nameAt(at);
        const folder = name.slice(0, name.indexOf('/', start) + 1);
        const end = endOfFolder(page, folder, at, to);
        this._addToFolder(folder.slice(start), this._sum(page, at, end));
        at = end;
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
      oldestAt: instant(this._oldestMs),
      newestAt: instant(this._newestMs),
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

  private _addDates(
    { createdMs }: ISizedObjects,
    from: number,
    to: number
  ): void {
    for (let at = from; at < to; at += 1) {
      const ms = createdMs[at] ?? Number.NaN;
      // Neither holds for one that is not known.
      if (ms < this._oldestMs) {
        this._oldestMs = ms;
      }
      if (ms > this._newestMs) {
        this._newestMs = ms;
      }
    }
  }

  private _addClasses(
    { bytes, storageClasses }: ISizedObjects,
    from: number,
    to: number
  ): void {
    if (from >= to) {
      return;
    }
    let last = this._classNamed(storageClasses[from] ?? '');
    for (let at = from; at < to; at += 1) {
      const storageClass = storageClasses[at] ?? '';
      if (last.storageClass !== storageClass) {
        last = this._classNamed(storageClass);
      }
      last.bytes += bytes[at] ?? 0;
      last.objects += 1;
    }
  }

  private _classNamed(storageClass: string): StorageClass {
    let found = this._classes.get(storageClass);
    if (!found) {
      found = { storageClass, bytes: 0, objects: 0 };
      this._classes.set(storageClass, found);
    }
    return found;
  }

  /** What some objects of a page come to, which counts them. */
  private _sum(page: ISizedObjects, from: number, to: number): IPart {
    let bytes = 0;
    let deletedMs = Infinity;
    for (let at = from; at < to; at += 1) {
      bytes += page.bytes[at] ?? 0;
    }
    if (this._rule.deletions.length > 0) {
      for (let at = from; at < to; at += 1) {
        deletedMs = Math.min(deletedMs, this._deletedMs(page, at));
      }
    }
    this._bytes += bytes;
    this._objects += to - from;
    return { bytes, objects: to - from, deletedMs };
  }

  private _deletedMs(page: ISizedObjects, at: number): number {
    const days = daysOf(this._rule, page.nameAt(at));
    const ms = deletionMs(page.createdMs[at] ?? Number.NaN, days) ?? Infinity;
    this._firstMs = Math.min(this._firstMs, ms);
    if (ms <= this._soonMs) {
      this._soon.bytes += page.bytes[at] ?? 0;
      this._soon.objects += 1;
    }
    return ms;
  }

  private _addToFolder(name: string, part: IPart): void {
    const child = this._folders.get(name);
    if (!child) {
      this._folders.set(name, { name, ...part });
      return;
    }
    child.bytes += part.bytes;
    child.objects += part.objects;
    child.deletedMs = Math.min(child.deletedMs, part.deletedMs);
  }

  private _addFile(page: ISizedObjects, at: number): void {
    const part = this._sum(page, at, at + 1);
    if (part.bytes < this._leastFileBytes) {
      return;
    }
    // Nearly all are too small to be named.
    const name = page.nameAt(at).slice(this._prefix.length);
    this._files.push({ name, ...part });
    if (this._files.length >= 2 * MAX_CHILDREN) {
      this._files.sort(bySize).splice(MAX_CHILDREN);
      this._leastFileBytes = this._files.at(-1)?.bytes ?? 0;
    }
  }

  private readonly _prefix: string;
  private readonly _rule: IRule;
  private readonly _soonMs: number;
  private _firstMs = Infinity;
  private readonly _soon = { bytes: 0, objects: 0 };
  private readonly _classes = new Map<string, StorageClass>();
  private readonly _folders = new Map<string, IChild>();
  private readonly _files: IChild[] = [];
  private _leastFileBytes = 0;
  private _bytes = 0;
  private _objects = 0;
  private _oldestMs = Infinity;
  private _newestMs = -Infinity;
}

function bySize(left: IChild, right: IChild): number {
  return right.bytes - left.bytes || (left.name < right.name ? -1 : 1);
}

/** Null: nothing is known of any. */
function instant(ms: number): string | null {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null;
}
