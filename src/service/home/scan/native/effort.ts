import type { ICallHabits } from '../calls/call-habits';
import { Concurrency } from '../calls/concurrency';
import { SLOW_CALL_MS } from '../calls/slow-call';
import { poolSize, poolThreads, threadsAtWork } from '../calls/threads';
import type { Answer } from './answer';
import type { IExtent } from './order';

/** What an answer says that it cost. */
export type Cost = Pick<Answer, 'calls' | 'done' | 'elapsedMs' | 'waits'>;

/** What an order shall take: long beside handing it to another thread, short beside a wait for the whole walk. */
const ORDER_MS = 3;

/** The same where each call costs a round trip, for as long as there is enough for everybody. */
const SLOW_ORDER_MS = 100;

/** Orders that wait for a thread, so that one that is done need not wait for JavaScript. */
const QUEUED = 32;

/** More than processors: otherwise one has nothing to do while an answer is read and the next order written. */
const SPARE = 2;

/** Where a disk is waited for now and then, so that it can put what it is asked in order. */
const DISK_ORDERS = 16;

/** Where so large a part of the calls waits for something, it is not only the processor that is waited for. */
const DISK_WAITS = 0.02;

/** Where so many do, each costs a round trip. */
const SLOW_WAITS = 0.5;

/** How much of what was seen before each answer counts on. */
const MEMORY = 0.8;

/** While calls return at once. */
const PROMPT: IExtent = { mostEntries: 4096, deadlineMs: 10 };

/**
 * While each costs a round trip: then the entries of one directory are shared out as well, in portions of so many waits, the
 * smaller the less there is to do for all. Smaller still would cost more to hand over than it is over sooner.
 */
const MOST_WAITS = 24;
const LEAST_WAITS = 6;

/** What a directory may take. */
const USUAL_WAITS = 12;
const PATIENT_MS = 200;

/** What a directory takes then, as long as nothing else is known. */
const PROMPT_DIRECTORY_MS = 0.05;

/** Directories to count in an order at least: one alone takes less than handing it over. */
const LEAST_COUNTS = 4;

/** Directories to look at in an order at least. */
const LEAST_LOOKS = 128;

/** While nothing is known: then others shall be able to go on soon. */
const FIRST: IExtent = { mostEntries: 1, deadlineMs: PATIENT_MS };

/**
 * How many orders to have carried out at once and how large they are, by what the last ones cost.
 */
export class Effort {
  /**
   * @param concurrency - Calls at once; null: as many as pay.
   * @param habits - What an earlier count learned; absent: nothing did.
   */
  constructor(concurrency: number | null, habits?: ICallHabits) {
    const threads = poolThreads();
    this._most = Math.max(1, Math.min(threads, concurrency ?? threads));
    this._mayQueue = concurrency === null || concurrency >= poolSize();
    this._processors = threadsAtWork(concurrency);
    this._inFlight = new Concurrency(this._most, threads, habits);
    this._isSlow = habits?.areSlow ?? false;
    if (habits?.areSlow === false) {
      this._waits = 0;
      this._directoryMs = PROMPT_DIRECTORY_MS;
    }
  }

  /** Whether calls cost round trips, all or some of them. */
  get isSlow(): boolean {
    return this._isSlow;
  }

  /** Orders that are carried out at once. */
  get atOnce(): number {
    if (this._isSlow) {
      return this._inFlight.limit;
    }
    const wanted =
      this._waits > DISK_WAITS ? DISK_ORDERS : this._processors + SPARE;
    return Math.min(this._most, wanted);
  }

  /** Orders to give out: where every thread has one, some more wait for the next that is free. */
  get given(): number {
    const { atOnce } = this;
    const areAllBusy = this._isSlow && atOnce === this._most;
    return areAllBusy && this._mayQueue ? atOnce + QUEUED : atOnce;
  }

  /**
   * How far to carry an order out.
   *
   * @param directories - So many of them nobody counts yet.
   * @param names - So many names, listed already, nobody looks at yet.
   */
  extent(directories: number, names: number): IExtent {
    if (!this._isSlow && this._waits < SLOW_WAITS) {
      return PROMPT;
    }
    if (Number.isNaN(this._waits)) {
      return FIRST;
    }
    const hands = this._isSlow ? this._most : this.atOnce;
    const share = (names + USUAL_WAITS * directories) / hands;
    const waits = Math.max(LEAST_WAITS, Math.min(MOST_WAITS, share));
    const entries = Math.ceil(waits / this._waits);
    return {
      mostEntries: Math.min(PROMPT.mostEntries, entries),
      deadlineMs: PATIENT_MS
    };
  }

  /**
   * Directories to count in one order.
   *
   * @param waiting - So many of them nobody counts yet.
   */
  portion(waiting: number): number {
    const least = this._isSlow ? 1 : LEAST_COUNTS;
    const share = Math.max(least, Math.ceil(waiting / this.given));
    const orderMs = this._isSlow ? SLOW_ORDER_MS : ORDER_MS;
    const most = Math.floor(orderMs / this._directoryMs);
    return Math.max(1, Math.min(share, most));
  }

  /** How long an order to look at directories may take. */
  get lookMs(): number {
    return this._isSlow ? PATIENT_MS : PROMPT.deadlineMs;
  }

  /**
   * Directories to look at in one order: large ones first, so that few are written, and small ones at the end, which are done with
   * at about the same time.
   *
   * @param left - So many of them nobody looks at yet.
   */
  looks(left: number): number {
    if (this._isSlow) {
      return Math.max(1, Math.floor(ORDER_MS / this._directoryMs));
    }
    return Math.max(LEAST_LOOKS, Math.ceil(left / this.given));
  }

  get habits(): ICallHabits {
    const { limit, bestMs } = this._inFlight;
    return { areSlow: this._isSlow, atOnce: limit, bestMs };
  }

  /** Learn from an answer. */
  add({ calls, done, elapsedMs, waits }: Cost): void {
    if (calls === 0) {
      return;
    }
    this._callMs = mixed(this._callMs, elapsedMs / calls);
    this._waits = mixed(this._waits, waits / calls);
    this._directoryMs = mixed(this._directoryMs, elapsedMs / done);
    this._isSlow = this._callMs > SLOW_CALL_MS && this._waits > DISK_WAITS;
    if (this._isSlow) {
      this._adapt(waits, elapsedMs);
    }
  }

  /** Only what waits for the server tells how long it takes. */
  private _adapt(waits: number, elapsedMs: number): void {
    this._windowWaits += waits;
    this._windowMs += elapsedMs;
    if (this._windowWaits >= this._inFlight.windowCalls) {
      this._inFlight.adapt(this._windowMs / this._windowWaits);
      this._windowWaits = 0;
      this._windowMs = 0;
    }
  }

  private readonly _most: number;
  /** What waits then is carried out by nobody: there are no more threads than may be at work. */
  private readonly _mayQueue: boolean;
  private readonly _processors: number;
  private readonly _inFlight: Concurrency;
  private _isSlow: boolean;
  private _callMs = NaN;
  private _waits = NaN;
  private _directoryMs = ORDER_MS;
  private _windowWaits = 0;
  private _windowMs = 0;
}

/** The first time there is nothing to mix with. */
function mixed(before: number, now: number): number {
  return Number.isNaN(before) ? now : MEMORY * before + (1 - MEMORY) * now;
}
