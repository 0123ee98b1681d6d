import { NO_TRUST, type ITrust } from '../tree/trust';
import { encodeName } from '../tree/names';
import { WANTED, KIND, ORDER } from './layout';

/** The most bytes that UTF-8 takes for one unit of a string. */
const UTF8_BYTES = 3;

/** How far an order is carried out before it is answered. */
export interface IExtent {
  /** Entries of one directory. */
  readonly mostEntries: number;
  readonly deadlineMs: number;
}

/** A part of an agenda. */
export interface ISpan {
  readonly first: number;
  readonly count: number;
}

/** Of what is counted in a directory. */
export interface IWanted {
  /** Files that take more are told one by one. */
  readonly floorBytes: number;
  /** Names that are no part of it. */
  readonly excluded: ReadonlySet<string> | undefined;
}

/** Some names, a zero byte behind each. */
export interface INames {
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** What is to be done in a directory that is held. */
export interface IPart {
  /** Names in it that are to be looked at, not more than one answer left. */
  readonly names: INames;
  /** Whether its list is to be read on after that. */
  readonly lists: boolean;
  /** Nobody else is at work in it: it is closed when nothing is left to do. */
  readonly mayClose: boolean;
}

/**
 * An order to the native part.
 */
export class Order {
  /**
   * @param _numbers - Where the order's numbers are.
   * @param _texts - Where its root and names are.
   */
  constructor(
    private readonly _numbers: Float64Array,
    private readonly _texts: Buffer
  ) {}

  /** Directories in the order. */
  get size(): number {
    return this._numbers[ORDER.count] ?? 0;
  }

  /**
   * Begin an order to count what is in directories.
   *
   * @param root - Where the tree is that they are in.
   * @param trust - Which known directories in them need not be told.
   */
  beginCounts(
    rootDevice: number,
    root: string | Buffer,
    extent: IExtent,
    trust: ITrust = NO_TRUST
  ): void {
    this._begin(KIND.count, rootDevice, extent, trust);
    this._put(root);
  }

  /**
   * Order to look at known directories themselves.
   *
   * @param root - Where the tree is that they are in.
   * @param span - Which of those on the agenda.
   * @param trust - Which of them are told even where they are as they were.
   */
  look(
    rootDevice: number,
    root: string | Buffer,
    { first, count }: ISpan,
    trust: ITrust,
    deadlineMs: number
  ): void {
    this._begin(KIND.look, rootDevice, { mostEntries: 0, deadlineMs }, trust);
    this._numbers[ORDER.first] = first;
    this._numbers[ORDER.count] = count;
    this._put(root);
  }

  /** @returns False: there is no room for it in this order. */
  addCount(id: number, { floorBytes, excluded }: IWanted): boolean {
    let needed = 0;
    for (const name of excluded ?? []) {
      needed += UTF8_BYTES * name.length + 1;
    }
    const { size } = this;
    const at = ORDER.width + size * WANTED.width;
    const isFull = at >= this._numbers.length;
    if (isFull || this._end + needed > this._texts.length) {
      return false;
    }
    this._numbers[ORDER.count] = size + 1;
    this._numbers[at + WANTED.id] = id;
    this._numbers[at + WANTED.floorBytes] = floorBytes;
    this._exclude(at, excluded);
    return true;
  }

  /** Order to go on in a directory that is held. */
  goOn(
    descriptor: number,
    { names, lists, mayClose }: IPart,
    { floorBytes, excluded }: IWanted,
    extent: IExtent
  ): void {
    this._begin(KIND.goOn, 0, extent, NO_TRUST);
    this._numbers[ORDER.descriptor] = descriptor;
    this._numbers[ORDER.names] = names.count;
    this._numbers[ORDER.lists] = lists ? 1 : 0;
    this._numbers[ORDER.mayClose] = mayClose ? 1 : 0;
    this._numbers[ORDER.width + WANTED.floorBytes] = floorBytes;
    this._exclude(ORDER.width, excluded);
    this._texts.set(names.bytes, this._end);
  }

  /** Nobody waits for it any more: a thread that has it, or takes it from the queue, leaves out what it can. */
  withdraw(): void {
    this._numbers[ORDER.count] = 0;
    this._numbers[ORDER.names] = 0;
    this._numbers[ORDER.lists] = 0;
  }

  private _begin(
    kind: number,
    rootDevice: number,
    extent: IExtent,
    { doubtMs, nowMs }: ITrust
  ): void {
    this._numbers[ORDER.kind] = kind;
    this._numbers[ORDER.count] = 0;
    this._numbers[ORDER.mostEntries] = extent.mostEntries;
    this._numbers[ORDER.deadlineMs] = extent.deadlineMs;
    this._numbers[ORDER.rootDevice] = rootDevice;
    this._numbers[ORDER.doubtMs] = doubtMs;
    this._numbers[ORDER.nowMs] = nowMs;
    this._end = 0;
  }

  private _exclude(
    at: number,
    excluded: ReadonlySet<string> | undefined
  ): void {
    this._numbers[at + WANTED.excluded] = excluded?.size ?? 0;
    for (const name of excluded ?? []) {
      this._put(encodeName(name));
    }
  }

  private _put(text: string | Buffer): void {
    if (typeof text === 'string') {
      this._end += this._texts.write(text, this._end);
    } else {
      this._texts.set(text, this._end);
      this._end += text.length;
    }
    this._texts[this._end] = 0;
    this._end += 1;
  }

  private _end = 0;
}
