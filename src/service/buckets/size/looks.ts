import { firstIndex } from '../first-index';
import { compareKeys } from '../names/key-order';
import { PAGE_ENTRIES } from '../store/page-query';

/**
 * What one look has shown of the folders directly in one.
 */
interface ILook {
  /** From this key on; null: from the first. */
  readonly from: string | null;
  /** The folders behind this one are not known; null: all are. */
  readonly until: string | null;
  /** In order. */
  readonly folders: readonly string[];
}

/**
 * The folders directly in one that begin in a stretch of keys.
 */
export interface IAhead {
  readonly folders: readonly string[];
  /** There may be more of them from this key on, which no look has shown; null: these are all. */
  readonly until: string | null;
}

interface ICount {
  objects: number;
  /** That were come to: directly in a folder, or as deep as that. */
  folders: number;
  /** Those of them whose end was come to. */
  ended: number;
}

/** So many looks as deep as that may find nothing before the first one that does. */
const FREE_LOOKS = 2;

/** From then on, one in three has to find something. */
const VAIN_FOR_GOOD = 2;

/** Of fewer folders, nobody knows what they are like. */
const FEW_KIN = 3;

/**
 * The folders that looks have found, what those held that were listed since, and how deep a look is worth it: where one
 * folder lies in another (`r1i1p1f1/day/tas/gn/`) it mostly does so in all its kin, and a look shows nothing.
 */
export class Looks {
  /**
   * @param _prefix - Of the folder that is measured: nothing outside it is looked at.
   */
  constructor(private readonly _prefix: string) {}

  /** A look at a folder is under way. */
  began(folder: string): void {
    this._underWay.add(folder);
    // In vain until it proves otherwise, so that few are made at once where nobody knows.
    this._count(depthOf(folder), { vain: 1 });
  }

  /** A look failed: what is wrong with the folder, its pages say. */
  failed(folder: string): void {
    this._underWay.delete(folder);
  }

  /** A look at a folder found these in it. */
  found(folder: string, look: ILook): void {
    this._underWay.delete(folder);
    this._looks.set(folder, [...(this._looks.get(folder) ?? []), look]);
    if (look.folders.length > 1) {
      this._count(depthOf(folder), { good: 1, vain: -1 });
    }
  }

  /**
   * How likely a look at a folder shows something new, from 0 to 1; 0: it is not worth it.
   */
  worth(folder: string): number {
    const { good, vain } = this._atDepth(depthOf(folder));
    const isPossible =
      folder.startsWith(this._prefix) &&
      !this._underWay.has(folder) &&
      vain < FREE_LOOKS + VAIN_FOR_GOOD * good;
    return isPossible ? (good + 1) / (good + vain + 1) : 0;
  }

  /**
   * The folders directly in `folder` that begin behind `child` and before `end`; undefined: no look has shown them.
   *
   * @param at - A key that was listed already, in `child` if there is such a folder.
   */
  between(
    folder: string,
    child: string | null,
    at: string,
    end: string | null
  ): IAhead | undefined {
    const here = child ?? at;
    const look = this._looks
      .get(folder)
      ?.find(
        ({ from, until }) =>
          (from === null || compareKeys(from, at) <= 0) &&
          (until === null || compareKeys(here, until) < 0)
      );
    if (look === undefined) {
      return undefined;
    }
    const { folders, until } = look;
    const to = end === null ? folders.length : firstFrom(folders, end);
    const isWhole =
      until === null || (end !== null && compareKeys(end, until) <= 0);
    return {
      folders: folders.slice(firstFrom(folders, `${here}\0`), to),
      until: isWhole ? null : until
    };
  }

  /**
   * Objects were listed in a folder; those above it come first.
   */
  counted(folder: string, objects: number): void {
    const isNew = !this._counts.has(folder);
    add(this._counts, folder, { objects, folders: 0, ended: 0 });
    add(this._byDepth, depthOf(folder), {
      objects,
      folders: isNew ? 1 : 0,
      ended: 0
    });
    const above = this._counts.get(parentOf(folder));
    if (isNew && above !== undefined && folder !== this._prefix) {
      above.folders += 1;
    }
  }

  /**
   * Somebody came to the end of a folder in which objects were counted.
   */
  ended(folder: string): void {
    if (!this._counts.has(folder) || this._ended.has(folder)) {
      return;
    }
    this._ended.add(folder);
    for (const count of [
      this._counts.get(parentOf(folder)),
      this._byDepth.get(depthOf(folder))
    ]) {
      if (count !== undefined && folder !== this._prefix) {
        count.ended += 1;
      }
    }
  }

  /**
   * So many folders directly in one were come to, with so many objects in all of them; those of `folder` itself were
   * counted.
   */
  countedMany(folder: string, folders: number, objects: number): void {
    const ended = folders;
    add(this._counts, folder, { objects: 0, folders, ended });
    add(this._byDepth, depthOf(folder) + 1, { objects, folders, ended });
  }

  /** Pages that were counted in a folder. */
  pagesIn(folder: string): number {
    return (this._counts.get(folder)?.objects ?? 0) / PAGE_ENTRIES;
  }

  /** Pages that a folder directly in this one seems to hold; null: nobody knows. */
  pagesOfOneIn(folder: string): number | null {
    const count = this._counts.get(folder);
    return count === undefined || count.folders === 0
      ? null
      : count.objects / count.folders / PAGE_ENTRIES;
  }

  /** Pages that other folders like this one have held so far: beside it, else as deep; null: too few were seen. */
  pagesOfKin(folder: string): number | null {
    return this._kin(folder, 'folders');
  }

  /**
   * Pages that other folders like this one hold in the end; null: the end of too few was seen.
   *
   * What was counted of those that go on counts for those that have ended: where many are listed at once, none of them
   * is as short as it seems by then.
   */
  pagesOfEndedKin(folder: string): number | null {
    return this._kin(folder, 'ended');
  }

  private _kin(folder: string, of: 'folders' | 'ended'): number | null {
    const own = this._counts.get(folder)?.objects ?? 0;
    const beside = this._counts.get(parentOf(folder));
    const kin =
      beside !== undefined && beside[of] >= FEW_KIN
        ? beside
        : this._byDepth.get(depthOf(folder));
    if (folder === this._prefix || kin === undefined || kin[of] < FEW_KIN) {
      return null;
    }
    const isCounted = of === 'folders' || this._ended.has(folder);
    const others = kin[of] - (isCounted ? 1 : 0);
    return (kin.objects - own) / others / PAGE_ENTRIES;
  }

  /** No look has found anything yet. */
  get isBlind(): boolean {
    return [...this._depths.values()].every(({ good }) => good === 0);
  }

  private _count(depth: number, more: { good?: number; vain: number }): void {
    const { good, vain } = this._atDepth(depth);
    this._depths.set(depth, {
      good: good + (more.good ?? 0),
      vain: vain + more.vain
    });
  }

  private _atDepth(depth: number): {
    readonly good: number;
    readonly vain: number;
  } {
    return this._depths.get(depth) ?? { good: 0, vain: 0 };
  }

  private readonly _looks = new Map<string, readonly ILook[]>();
  private readonly _underWay = new Set<string>();
  private readonly _byDepth = new Map<number, ICount>();
  private readonly _counts = new Map<string, ICount>();
  private readonly _ended = new Set<string>();
  private readonly _depths = new Map<
    number,
    { readonly good: number; readonly vain: number }
  >();
}

function add<K>(counts: Map<K, ICount>, key: K, more: ICount): void {
  const count = counts.get(key);
  if (count === undefined) {
    counts.set(key, more);
  } else {
    count.objects += more.objects;
    count.folders += more.folders;
    count.ended += more.ended;
  }
}

/** Where the first of these names, which are in order, stands that is not before a key. */
function firstFrom(names: readonly string[], key: string): number {
  return firstIndex(
    0,
    names.length,
    at => compareKeys(names[at] ?? '', key) >= 0
  );
}

function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
}

function depthOf(folder: string): number {
  return folder.split('/').length - 1;
}
