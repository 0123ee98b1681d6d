import type { Dir } from 'node:fs';
import type { Call } from './call-queue';
import type { ITree } from '../tree/entry-count';
import { SLOW_CALL_MS } from '../calls/slow-call';
import type { LatencyJudge } from './judge';
import { ListLengths, type SizeTrust } from '../tree/list-lengths';
import { isOdd, oddNames, PORTION } from './listing';
import type { OpenDirectory } from './open-directory';
import { Probe } from './probe';

/** Opening, two portions (the last one empty), closing. */
const LISTING_CALLS = 4;

/** What a listing tells the walk. */
export interface IListingHost {
  /** Make this call soon. */
  follow(call: Call): void;
  /** There are more names, or it is known that there are none. */
  listed(directory: OpenDirectory): void;
}

/**
 * Reads the names in open directories with calls in flight.
 */
export class PatientListing {
  constructor(
    private readonly _tree: ITree,
    private readonly _judge: LatencyJudge,
    private readonly _options: {
      readonly mayHurry: boolean;
      readonly sizeTrust: SizeTrust;
    },
    private readonly _host: IListingHost
  ) {
    this._lengths = new ListLengths(_tree.columns, _options.sizeTrust);
  }

  begin(directory: OpenDirectory): void {
    directory.isReading = true;
    if (this.isLarge(directory.count.id)) {
      this._openLarge(directory);
    } else if (this._options.mayHurry && this._probe.isDue()) {
      this._host.follow(answered => {
        this._ask(directory);
        answered();
      });
    } else {
      this._readWhole(directory);
    }
  }

  /** The names at hand are counted: get the next ones. */
  more(directory: OpenDirectory): void {
    directory.isReading = true;
    if (directory.handle) {
      this._readPortion(directory, directory.handle);
    } else if (this.isLarge(directory.count.id)) {
      this._openLarge(directory);
    } else {
      this._readWhole(directory);
    }
  }

  /** It has thousands of names, or may have. */
  isLarge(id: number): boolean {
    return this._lengths.isLong(id);
  }

  private _listed(directory: OpenDirectory): void {
    directory.isReading = false;
    this._host.listed(directory);
  }

  private _readWhole(directory: OpenDirectory): void {
    const encoding = directory.isReadingOdd ? 'latin1' : 'utf8';
    this._host.follow(answered => {
      this._tree.files.readdir(directory.prefix, encoding, (error, names) => {
        if (error) {
          this._failed(directory, error);
        } else {
          this._take(directory, names);
          this._end(directory);
        }
        this._listed(directory);
        answered();
      });
    });
  }

  private _ask(directory: OpenDirectory): void {
    const startedMs = performance.now();
    try {
      this._take(directory, this._tree.files.readdirSync(directory.prefix));
      this._end(directory);
    } catch (reason) {
      this._failed(directory, reason);
    }
    const elapsedMs = performance.now() - startedMs;
    const isSlow = elapsedMs > LISTING_CALLS * SLOW_CALL_MS;
    this._judge.add(isSlow);
    this._probe.answered(!isSlow);
    this._listed(directory);
  }

  private _openLarge(directory: OpenDirectory): void {
    const encoding = directory.isReadingOdd ? 'latin1' : 'utf8';
    this._host.follow(answered => {
      this._tree.files.opendir(
        directory.prefix,
        { encoding, bufferSize: PORTION },
        (error, handle) => {
          if (error) {
            this._failed(directory, error);
            this._listed(directory);
          } else {
            directory.handle = handle;
            this._readPortion(directory, handle);
          }
          answered();
        }
      );
    });
  }

  private _readPortion(directory: OpenDirectory, handle: Dir): void {
    this._host.follow(answered => {
      readPortion(handle, (error, names, isLast) => {
        this._take(directory, names);
        if (error) {
          this._failed(directory, error);
        } else if (isLast) {
          this._end(directory);
        }
        if (error || isLast) {
          directory.handle = null;
          this._host.follow(closed => handle.close(() => closed()));
        }
        this._listed(directory);
        answered();
      });
    });
  }

  private _take(directory: OpenDirectory, names: readonly string[]): void {
    const { count, handle } = directory;
    if (handle === null) {
      this._lengths.read(count.id, names.length);
    }
    directory.next = 0;
    if (directory.isReadingOdd) {
      directory.names = count.own(oddNames(names));
    } else if (names.some(isOdd)) {
      directory.hasOdd = true;
      directory.names = count.own(names.filter(name => !isOdd(name)));
    } else {
      directory.names = count.own(names);
    }
  }

  /** All names are there, unless some have to be read as bytes. */
  private _end(directory: OpenDirectory): void {
    if (directory.hasOdd && !directory.isReadingOdd) {
      directory.isReadingOdd = true;
    } else {
      directory.isListed = true;
    }
  }

  private _failed(directory: OpenDirectory, reason: unknown): void {
    directory.count.failWith(null, reason);
    directory.hasFailed = true;
    directory.isListed = true;
  }

  private readonly _lengths: ListLengths;
  private readonly _probe = new Probe();
}

function readPortion(
  handle: Dir,
  done: (error: Error | null, names: string[], isLast: boolean) => void
): void {
  const names: string[] = [];
  const read = (): void =>
    handle.read((error, entry) => {
      if (error) {
        done(error, names, true);
        return;
      }
      if (entry) {
        names.push(entry.name);
      }
      if (entry === null || names.length === PORTION) {
        done(null, names, entry === null);
      } else {
        read();
      }
    });
  read();
}
