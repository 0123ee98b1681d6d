import type { INames, IWanted } from './order';

/**
 * A directory that takes several orders, held open meanwhile.
 */
export class HeldDirectory {
  constructor(
    readonly id: number,
    readonly descriptor: number,
    readonly wanted: IWanted
  ) {}

  /** Orders that are being carried out in it. */
  inFlight = 0;
  isListing = false;
  /** Its whole list was read. */
  isListed = false;

  /** Whether there is something to order now. */
  get hasMore(): boolean {
    return this._rests.length > 0 || this._mayList;
  }

  get isDone(): boolean {
    return this.isListed && this._rests.length === 0 && this.inFlight === 0;
  }

  /**
   * Names that were listed and not looked at.
   *
   * @param bytes - A zero byte behind each name.
   * @param most - So many of them for one order.
   */
  leave(bytes: Uint8Array, most: number): void {
    let start = 0;
    let count = 0;
    for (
      let end = bytes.indexOf(0);
      end >= 0;
      end = bytes.indexOf(0, end + 1)
    ) {
      count += 1;
      if (count === most || end === bytes.length - 1) {
        // A copy: the next order overwrites what was answered to this one.
        const copy = Uint8Array.from(bytes.subarray(start, end + 1));
        this._rests.push({ bytes: copy, count });
        start = end + 1;
        count = 0;
      }
    }
  }

  /** What to order next: some names, and whether to read the list on. */
  take(): { names: INames; lists: boolean } {
    const names = this._rests.pop() ?? NONE;
    const lists = this._mayList && this._rests.length === 0;
    this.isListing ||= lists;
    return { names, lists };
  }

  /** Nothing more can be found in it. */
  giveUp(): void {
    this._rests.length = 0;
    this.isListed = true;
  }

  private get _mayList(): boolean {
    return !this.isListed && !this.isListing;
  }

  private readonly _rests: INames[] = [];
}

const NONE: INames = { bytes: new Uint8Array(0), count: 0 };
