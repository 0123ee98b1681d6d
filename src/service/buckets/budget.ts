/** Calls in vain that are free, or a small folder would be slow. */
const FREE_CALLS = 2;

/** The share of all pages that calls in vain are planned to come to. */
const SHARE = 0.1;

/** The share of the pages that were counted from which on nothing more is risked. */
const MOST_WASTED = 0.13;

/** So many times what was counted may be thought to be left, as long as nothing was in vain. */
const MOST_TRUST = 4;

/** In a large folder, fewer ranges than that are nearly page after page, which costs more than some calls. */
const FEW_RANGES = 12;
const MANY_PAGES = 100;
const SHARE_OF_FEW = 0.14;
const MOST_WASTED_OF_FEW = 0.14;

/** What a range that ends is thought to waste of its last page, and how many ranges it takes to think better. */
const TYPICAL_WASTE = 0.5;
const TYPICAL_WEIGHT = 8;

/**
 * Where a measurement stands.
 */
export interface IStanding {
  /** Calls that were answered. */
  readonly answered: number;
  /** Pages of objects that were counted. */
  readonly pages: number;
  /** Ranges that are being listed. */
  readonly open: number;
  /** Pages that are thought to be left. */
  readonly thought: number;
}

/**
 * Keeps the calls that bring little to some percent of the pages there are: each range that ends wastes part of its
 * last page, so ranges are split only as often as that allows.
 */
export class Budget {
  /**
   * A range ended with a page that held this share of what it could.
   */
  ended(share: number): void {
    this._ended += 1;
    this._wasted += 1 - share;
  }

  /**
   * How many pages are believed to be left: what is only thought to be there counts the less against what was found, the
   * more such thoughts were in vain.
   */
  believed({ answered, pages, thought }: Omit<IStanding, 'open'>): number {
    const spent = (answered - pages) / (FREE_CALLS + MOST_WASTED * pages);
    const trust = 1 + (MOST_TRUST - 1) * Math.max(0, 1 - spent);
    return Math.min(thought, trust * pages);
  }

  /**
   * Whether one more range, or one more look, is allowed.
   */
  allows(standing: IStanding): boolean {
    const { answered, pages, open } = standing;
    const wasted = answered - pages;
    const toCome = this._waste() * (open + 1);
    const isSlow = open < FEW_RANGES && pages > MANY_PAGES;
    const share = isSlow ? SHARE_OF_FEW : SHARE;
    const most = isSlow ? MOST_WASTED_OF_FEW : MOST_WASTED;
    const left = this.believed(standing);
    return (
      wasted < FREE_CALLS + most * pages &&
      wasted + toCome < FREE_CALLS + share * (pages + left)
    );
  }

  private _waste(): number {
    return (
      (TYPICAL_WASTE * TYPICAL_WEIGHT + this._wasted) /
      (TYPICAL_WEIGHT + this._ended)
    );
  }

  private _ended = 0;
  private _wasted = 0;
}
