import type { Dir } from 'node:fs';
import type { EntryCount } from './entry-count';
import type { Name } from './listing';

/**
 * A directory whose entries are counted by calls in flight.
 */
export class OpenDirectory {
  /**
   * @param descriptor - Open for as long as calls go through it.
   * @param prefix - What to put before a name.
   */
  constructor(
    readonly count: EntryCount,
    readonly descriptor: number,
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

  /** Give the remaining names up. */
  forget(): void {
    this.names = [];
    this.next = 0;
    this.isListed = true;
  }
}
