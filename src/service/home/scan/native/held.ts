import type { INames, IPart, IWanted } from './order';

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

  /** Names that were listed and are to be looked at. */
  get left(): number {
    return this._left;
  }

  /** Names that were listed and not looked at. */
  leave({ bytes, count }: INames): void {
    if (count > 0) {
      // A copy: the next order overwrites what was answered to this one.
      this._rests.push({ bytes: new Uint8Array(bytes), count });
      this._left += count;
    }
  }

  /**
   * What to order next, in one order more.
   *
   * @param most - So many names.
   */
  take(most: number): IPart {
    const names = this._takeNames(most);
    this._left -= names.count;
    const isRest = this._rests.length === 0;
    const lists = this._mayList && isRest;
    this.isListing ||= lists;
    this.inFlight += 1;
    return { names, lists, mayClose: isRest && this.inFlight === 1 };
  }

  /** Nothing more can be found in it. */
  giveUp(): void {
    this._rests.length = 0;
    this._left = 0;
    this.isListed = true;
  }

  private _takeNames(most: number): INames {
    const rest = this._rests.pop();
    if (rest === undefined || rest.count <= most) {
      return rest ?? NONE;
    }
    let end = 0;
    for (let left = most; left > 0; left -= 1) {
      end = rest.bytes.indexOf(0, end) + 1;
    }
    this._rests.push({
      bytes: rest.bytes.subarray(end),
      count: rest.count - most
    });
    return { bytes: rest.bytes.subarray(0, end), count: most };
  }

  private get _mayList(): boolean {
    return !this.isListed && !this.isListing;
  }

  private readonly _rests: INames[] = [];
  private _left = 0;
}

const NONE: INames = { bytes: new Uint8Array(0), count: 0 };
