import { LeapError, type HomeCount } from '../../contract';
import { collect, type IFinishedScan } from './finished-scan';
import type { Haste, ScanFinding } from './scan/scan-messages';

/** Where the last scan is kept between two starts of the service. */
export interface IKeptScan {
  read(): Promise<IFinishedScan | null>;
  write(scan: IFinishedScan): Promise<void>;
}

/**
 * The scans of one home: one at a time, shared by all who ask, stopped when the last of them goes.
 */
export class HomeScans {
  constructor(private readonly _options: HomeScans.IOptions) {}

  get isScanning(): boolean {
    return this._running !== null;
  }

  /** The last scan that came to its end; null: none is known. */
  async last(): Promise<IFinishedScan | null> {
    this._kept ??= this._options.kept.read();
    const kept = await this._kept;
    this._last ??= kept;
    return this._last;
  }

  /**
   * Partial numbers while a scan runs, then the whole ones. Joins the scan that is running, if any.
   *
   * @param maxAgeSeconds - A last scan no older than this is the answer.
   * @throws LeapError `cancelled` when the signal aborts; what ended the scan.
   */
  async *follow(
    maxAgeSeconds: number | undefined,
    signal: AbortSignal
  ): AsyncGenerator<HomeCount, void> {
    const last = await this.last();
    // Where those numbers are being checked, the answer goes on until they are.
    if (
      last &&
      this._isFresh(last, maxAgeSeconds) &&
      !this._running?.isChecking
    ) {
      yield last.usage;
      return;
    }
    let scan: RunningScan | null = this._join(
      maxAgeSeconds ? 'gently' : 'asked'
    );
    while (scan) {
      try {
        scan.followers += 1;
        yield* scan.updates(signal);
      } finally {
        scan.followers -= 1;
        if (scan.followers === 0) {
          scan.stop();
          this._forget(scan);
        }
      }
      scan = scan.successor;
    }
  }

  /** Something was deleted, which a scan that runs may have counted: all who follow it are sent to a new one. */
  beginAnew(): void {
    if (this._running) {
      this._replace(this._running, this._running.haste);
    }
  }

  /** The scan that runs, unless its numbers are out already and somebody wants new ones. */
  private _join(haste: Haste): RunningScan {
    const running = this._running;
    if (running && !(haste === 'asked' && running.isChecking)) {
      return running;
    }
    return this._replace(running, haste);
  }

  private _replace(running: RunningScan | null, haste: Haste): RunningScan {
    const next = this._start(haste);
    running?.replaceBy(next);
    this._running = next;
    return next;
  }

  private _isFresh(
    { usage }: IFinishedScan,
    maxAgeSeconds: number | undefined
  ): boolean {
    const ageMs = this._options.now().getTime() - Date.parse(usage.scannedAt);
    // A clock that was set back makes an age negative: nothing is known of it then.
    return (
      maxAgeSeconds !== undefined && ageMs >= 0 && ageMs <= maxAgeSeconds * 1000
    );
  }

  private _start(haste: Haste): RunningScan {
    const { scan, now, kept } = this._options;
    const running = new RunningScan(haste);
    let keeping = Promise.resolve();
    const findings = scan(running.signal, haste);
    void collect(findings, now, {
      onUsage: usage => running.publish(usage),
      onFinished: finished => {
        this._last = finished;
        keeping = keeping.then(() => kept.write(finished));
      }
    })
      .then(async () => {
        this._forget(running);
        // The last numbers are out already; the end is when they are also safe.
        await keeping;
        running.end(null);
      })
      .catch((reason: unknown) => {
        this._forget(running);
        running.end(LeapError.from(reason));
      });
    return running;
  }

  /** Whoever asks from now on begins another scan. */
  private _forget(scan: RunningScan): void {
    if (this._running === scan) {
      this._running = null;
    }
  }

  private _running: RunningScan | null = null;
  private _last: IFinishedScan | null = null;
  private _kept: Promise<IFinishedScan | null> | undefined;
}

export namespace HomeScans {
  export interface IOptions {
    /** Begin a walk; it ends when the signal aborts. */
    readonly scan: (
      signal: AbortSignal,
      haste: Haste
    ) => AsyncIterable<ScanFinding>;
    readonly kept: IKeptScan;
    readonly now: () => Date;
  }
}

/**
 * A scan with those who follow it. Each sees the newest numbers; who is slow misses some in between, not the last.
 */
class RunningScan {
  constructor(readonly haste: Haste) {}

  followers = 0;
  /** The scan that goes on for this one; null: none. */
  successor: RunningScan | null = null;

  /** Its numbers are whole: what is left is to read what they assume. */
  get isChecking(): boolean {
    return this._usage?.phase === 'checking';
  }

  get signal(): AbortSignal {
    return this._controller.signal;
  }

  stop(): void {
    this._controller.abort();
  }

  /** Stop, and send all who follow to another scan. */
  replaceBy(scan: RunningScan): void {
    this.successor = scan;
    this.stop();
    this.end(null);
  }

  publish(usage: HomeCount): void {
    this._usage = usage;
    this._version += 1;
    this._wake();
  }

  end(failure: LeapError | null): void {
    this._outcome ??= { failure };
    this._wake();
  }

  async *updates(signal: AbortSignal): AsyncGenerator<HomeCount, void> {
    let seen = 0;
    while (!signal.aborted) {
      if (this._usage && this._version > seen && !this.successor) {
        seen = this._version;
        yield this._usage;
      } else if (this._outcome?.failure) {
        throw this._outcome.failure;
      } else if (this._outcome) {
        return;
      } else {
        await this._change(signal);
      }
    }
    throw new LeapError('cancelled', 'Cancelled.');
  }

  private _change(signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const wake = (): void => {
        this._waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this._waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  private _wake(): void {
    for (const wake of [...this._waiting]) {
      wake();
    }
  }

  private readonly _controller = new AbortController();
  private readonly _waiting = new Set<() => void>();
  private _usage: HomeCount | null = null;
  private _version = 0;
  private _outcome: { readonly failure: LeapError | null } | null = null;
}
