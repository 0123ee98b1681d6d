/**
 * A look at the folders directly in one, and what those have held that were listed since.
 */
export interface ILook {
  readonly prefix: string;
  /** From this key on; null: from the first. */
  readonly from: string | null;
  /** The folders behind this one are not known; null: all are. */
  readonly until: string | null;
  passed: number;
  objects: number;
}

/** So many looks as deep as that may find nothing before the first one that does. */
const FREE_LOOKS = 2;

/** From then on, one in three has to find something. */
const VAIN_FOR_GOOD = 2;

/**
 * Which folders were looked at, and how deep it was worth it: where one folder lies in another (`r1i1p1f1/day/tas/gn/`)
 * it mostly does so in all its kin, and a look shows nothing to split at.
 */
export class Looks {
  /**
   * @param _prefix - Of the folder that is measured: nothing outside it is looked at.
   */
  constructor(private readonly _prefix: string) {}

  /** A folder is looked at. */
  began(prefix: string): void {
    this._seen.add(prefix);
  }

  /** A look found so many folders. */
  found(prefix: string, folders: number): void {
    const depth = depthOf(prefix);
    const { good, vain } = this._at(depth);
    const isGood = folders > 1;
    this._depths.set(depth, {
      good: good + (isGood ? 1 : 0),
      vain: vain + (isGood ? 0 : 1)
    });
  }

  /** Whether a look at a folder is likely to show something new. */
  isWorth(prefix: string): boolean {
    const { good, vain } = this._at(depthOf(prefix));
    return (
      prefix.startsWith(this._prefix) &&
      !this._seen.has(prefix) &&
      vain < FREE_LOOKS + VAIN_FOR_GOOD * good
    );
  }

  private _at(depth: number): { readonly good: number; readonly vain: number } {
    return this._depths.get(depth) ?? { good: 0, vain: 0 };
  }

  private readonly _seen = new Set<string>();
  private readonly _depths = new Map<
    number,
    { readonly good: number; readonly vain: number }
  >();
}

function depthOf(folder: string): number {
  return folder.split('/').length - 1;
}
