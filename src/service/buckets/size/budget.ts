/** Calls in vain that are free, or a small folder would be slow, and one more with so many requests more than usual. */
const FREE_CALLS = 2;
const FREE_EVERY = 8;
const USUAL = 16;

/** The share of all pages that calls in vain are planned to come to. */
const SHARE = 0.1;

/**
 * What is held back of that share for pages that are only thought to be left, with so many requests more than usual: the
 * more are under way, the sooner all would be spent, and the end is where one long range holds up everything.
 */
const HELD_BACK = 0.04;
const HELD_BACK_WITH = 48;

/** The share of the pages that were counted from which on nothing more is risked. */
const MOST_WASTED = 0.12;

/**
 * So many times what was counted may be thought to be left, as long as nothing was in vain, for each request at once: the
 * more there are, the farther ahead they are shared out.
 */
const TRUST_IN_EACH = 14 / 64;

/**
 * In a large folder, fewer ranges than that, or than this share of what may be asked at once, are nearly page after
 * page, which costs more than some calls: a part of what is believed to be left counts then as if it were there.
 */
const FEW_RANGES = 16;
const FEW_OF_ALL = 0.75;
const MANY_PAGES = 100;
const SHARE_OF_FEW = 0.132;
const AHEAD_OF_FEW = 0.03;

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
   * @param concurrency - Requests in flight.
   */
  constructor(concurrency: number) {
    const more = Math.max(0, concurrency - USUAL);
    this._free = FREE_CALLS + more / FREE_EVERY;
    this._heldBack = HELD_BACK * Math.min(1, more / HELD_BACK_WITH);
    this._mostTrust = Math.max(1, TRUST_IN_EACH * concurrency);
    this._few = Math.min(FEW_RANGES, FEW_OF_ALL * concurrency);
  }

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
    const spent = (answered - pages) / (this._free + MOST_WASTED * pages);
    const trust = 1 + (this._mostTrust - 1) * Math.max(0, 1 - spent);
    return Math.min(thought, trust * pages);
  }

  /**
   * Whether one more range, or one more look, is allowed.
   */
  allows(standing: IStanding): boolean {
    const { answered, pages, open } = standing;
    const wasted = answered - pages;
    const toCome = this._waste() * (open + 1);
    const isSlow = open < this._few && pages > MANY_PAGES;
    const share = isSlow ? SHARE_OF_FEW : SHARE;
    const left = this.believed(standing);
    const most = isSlow
      ? SHARE_OF_FEW * (pages + Math.min(left, AHEAD_OF_FEW * pages))
      : MOST_WASTED * pages;
    const ahead = (share - this._heldBack) * left;
    return (
      wasted < this._free + most &&
      wasted + toCome < this._free + share * pages + ahead
    );
  }

  private _waste(): number {
    return (
      (TYPICAL_WASTE * TYPICAL_WEIGHT + this._wasted) /
      (TYPICAL_WEIGHT + this._ended)
    );
  }

  private readonly _free: number;
  private readonly _heldBack: number;
  private readonly _mostTrust: number;
  private readonly _few: number;
  private _ended = 0;
  private _wasted = 0;
}
