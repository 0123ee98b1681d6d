import type { Dir, Stats } from 'node:fs';
import type { EntryCount } from '../tree/entry-count';
import type { Name } from '../tree/names';

/** How a directory is reached while its entries are looked at. */
export type Reach =
  /** Through a descriptor, open for as long as calls go through it. */
  | { readonly descriptor: number }
  /** By its path from where the process works: what is seen there counts when the directory still stands there after it. */
  | { readonly path: string };

/** Entries that wait to be settled at most in a directory that is held. */
const SETTLED = 256;

/**
 * A directory whose entries are counted by calls in flight.
 */
export class OpenDirectory {
  /**
   * @param prefix - What to put before a name.
   */
  constructor(
    readonly count: EntryCount,
    readonly reach: Reach,
    readonly prefix: string
  ) {}

  names: readonly Name[] = [];
  next = 0;
  inFlight = 0;
  /** Large directories come in portions. */
  handle: Dir | null = null;
  /** Names that may not be UTF-8 were seen: it is read again as bytes. */
  hasOdd = false;
  isReadingOdd = false;
  /** Its names may be read but not looked at. */
  isClosedToUs = false;
  /** More names are on their way. */
  isReading = false;
  /** Its names wait to be counted. */
  isQueued = false;
  /** No more names will come. */
  isListed = false;
  /** Its names cannot be read, and that is counted. */
  hasFailed = false;
  /** It is being looked at whether it still stands where it did. */
  isChecking = false;

  get left(): number {
    return this.names.length - this.next;
  }

  get isDone(): boolean {
    return this.isListed && this.left === 0 && this.inFlight === 0;
  }

  /** Where the next name is. */
  pathOf(name: Name): string | Buffer {
    return typeof name === 'string'
      ? this.prefix + name
      : Buffer.concat([Buffer.from(this.prefix), name]);
  }

  /** @param inode - Where `stats` rounds it. */
  see(name: Name, stats: Stats, inode?: bigint): void {
    this.count.see(name, stats, inode);
    if (this.count.unsettled >= SETTLED && 'descriptor' in this.reach) {
      this.count.settle();
    }
  }

  /** Give the remaining names up. */
  forget(): void {
    this.names = [];
    this.next = 0;
    this.isListed = true;
  }
}
