import { spawn, type ChildProcess } from 'node:child_process';
import { on } from 'node:events';
import { LeapError } from '../../../contract/leap-error';
import { SCAN_ARGUMENT } from './scan-argument';
import type { IScanOrder, ScanFinding, ScanMessage } from './scan-messages';

/** Set before the process starts, or it does not count: as many calls in flight as ever pay. */
const POOL_SIZE = '64';

/** How long a process stays that counted last: somebody who clears a home counts it again and again. */
const WARM_MS = 180_000;

/**
 * Counts a home in a process of its own, which stays for some minutes with what it knows: the next count then starts no process
 * and reads nothing from the cache.
 */
export class Scanner {
  /**
   * @param _entry - The script that is the process.
   * @param _warmMs - How long it waits for another count; 0: it ends with each.
   */
  constructor(
    private readonly _entry: string,
    private readonly _warmMs = WARM_MS
  ) {}

  /**
   * Walk the home and pass on what is found. Stopping the iteration or aborting ends the process at once.
   *
   * @throws LeapError `cancelled`, why the walk was not possible, `service-failed` when the process ended without saying why.
   */
  async *scan(
    order: IScanOrder,
    signal: AbortSignal
  ): AsyncGenerator<ScanFinding, void> {
    const waiting = this._take();
    let hasTold = false;
    try {
      if (waiting) {
        for await (const finding of this._count(waiting, order, signal)) {
          hasTold = true;
          yield finding;
        }
        return;
      }
    } catch (reason) {
      // One that waited may have ended just now; nobody shall notice.
      const hasEnded =
        reason instanceof LeapError && reason.code === 'service-failed';
      if (hasTold || !hasEnded) {
        throw reason;
      }
    }
    yield* this._count(start(this._entry), order, signal);
  }

  private async *_count(
    child: ChildProcess,
    order: IScanOrder,
    signal: AbortSignal
  ): AsyncGenerator<ScanFinding, void> {
    const ended = new AbortController();
    const onError = (reason: unknown): void => ended.abort(reason);
    // All messages that were sent come before this.
    const onClose = (): void => ended.abort();
    child.once('error', onError);
    child.once('close', onClose);
    let mayStay = false;
    try {
      const either = AbortSignal.any([signal, ended.signal]);
      child.send(order);
      for await (const [message] of told(child, either)) {
        if (message.kind === 'end') {
          mayStay = message.mayStay;
          return;
        }
        if (message.kind === 'failed') {
          throw new LeapError(message.code, message.message);
        }
        yield message;
      }
    } catch (reason) {
      if (signal.aborted) {
        throw new LeapError('cancelled', 'Cancelled.', { cause: reason });
      }
      throw reason instanceof LeapError ? reason : endedEarly(child, reason);
    } finally {
      child.off('error', onError);
      child.off('close', onClose);
      if (mayStay && this._warmMs > 0) {
        this._keep(child);
      } else {
        end(child);
      }
    }
  }

  /** End the process that waits, if one does. */
  dispose(): void {
    const child = this._take();
    if (child) {
      end(child);
    }
  }

  private _take(): ChildProcess | null {
    const child = this._waiting;
    this._waiting = null;
    clearTimeout(this._timer);
    child?.off('error', this._forget);
    child?.off('close', this._forget);
    if (!child?.connected) {
      return null;
    }
    child.ref();
    child.channel?.ref();
    return child;
  }

  private _keep(child: ChildProcess): void {
    this.dispose();
    this._waiting = child;
    child.once('error', this._forget);
    child.once('close', this._forget);
    // Who has nothing else to wait for need not wait for it: it ends when its channel closes.
    child.unref();
    child.channel?.unref();
    this._timer = setTimeout(this._forget, this._warmMs).unref();
  }

  private readonly _forget = (): void => this.dispose();
  private _waiting: ChildProcess | null = null;
  private _timer: NodeJS.Timeout | undefined;
}

function start(entry: string): ChildProcess {
  return spawn(process.execPath, ['--expose-gc', entry, SCAN_ARGUMENT], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: {
      ...process.env,
      UV_THREADPOOL_SIZE: POOL_SIZE,
      // It opens no connection, and to read a machine's own certificates takes Node longer than all else at its start.
      NODE_EXTRA_CA_CERTS: undefined
    }
  });
}

function end(child: ChildProcess): void {
  // What it may still say, such as that it cannot be ended, interests nobody.
  child.on('error', () => undefined);
  child.kill('SIGKILL');
}

/** The messages of a process that runs our own script. */
function told(
  child: ChildProcess,
  signal: AbortSignal
): AsyncIterable<[ScanMessage]> {
  return on(child, 'message', { signal }) as AsyncIterable<[ScanMessage]>;
}

function endedEarly(child: ChildProcess, cause: unknown): LeapError {
  const how = child.signalCode ?? child.exitCode;
  return new LeapError(
    'service-failed',
    `Counting the home directory stopped unexpectedly (${how ?? 'not started'}). Try again; if it happens again, the server may be short of memory.`,
    { cause }
  );
}
