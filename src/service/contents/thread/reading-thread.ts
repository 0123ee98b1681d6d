import { Worker } from 'node:worker_threads';
import { LeapError } from '../../../contract';
import type { ISource } from '../source';
import type { FromThread, Outcome, Task, ToThread } from './messages';
import { bring } from './shared-bytes';

/** The thread goes this long after the last look, with all that it kept. */
const REST_MS = 60_000;

/** A look that takes longer is stopped, whatever the metadata made it do. */
const TIME_LIMIT_MS = 60_000;

/** What a look may read, its coordinates included. */
const MAX_READ_BYTES = 80 << 20;

/** No chunk is larger than this when it is packed. */
const MAX_CHUNK_BYTES = 64 << 20;

interface IRunning {
  readonly source: ISource;
  readonly signal: AbortSignal;
  readonly end: (outcome: Outcome | LeapError) => void;
  bytesRead: number;
}

/**
 * Looks into data sets in a thread of its own: what somebody's chunks do there, the service goes on, and its memory is
 * given back after a minute.
 */
export class ReadingThread {
  /** @param _script - The bundled `reader.cjs`, or `hdf5.cjs` for that kind of file. */
  constructor(
    private readonly _script: string,
    private readonly _timeLimitMs = TIME_LIMIT_MS
  ) {}

  /**
   * @param wish.store - Names the data set, for what is kept of it.
   * @throws LeapError `timed-out`, `too-large`, `cancelled`, and what the source and the chunks say.
   */
  async run(
    wish: {
      readonly store: string;
      readonly fileBytes: number;
      readonly task: Task;
    },
    source: ISource,
    signal: AbortSignal
  ): Promise<{ readonly outcome: Outcome; readonly bytesRead: number }> {
    signal.throwIfAborted();
    const id = (this._jobs += 1);
    const { promise, resolve } = Promise.withResolvers<Outcome | LeapError>();
    const job: IRunning = { source, signal, end: resolve, bytesRead: 0 };
    this._running.set(id, job);
    const late = setTimeout(() => {
      this._stop(
        new LeapError(
          'timed-out',
          'The look took more than a minute, so it was stopped. Look at something smaller.'
        )
      );
    }, this._timeLimitMs);
    const cancel = (): void => {
      this._say({ kind: 'cancel', id });
      resolve(new LeapError('cancelled', 'Cancelled.'));
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      this._say({ kind: 'job', id, ...wish });
      const outcome = await promise;
      if (outcome instanceof LeapError) {
        throw outcome;
      }
      return { outcome, bytesRead: job.bytesRead };
    } finally {
      clearTimeout(late);
      signal.removeEventListener('abort', cancel);
      this._running.delete(id);
      this._rest();
    }
  }

  /** End the thread. */
  dispose(): void {
    this._stop(new LeapError('cancelled', 'Cancelled.'));
  }

  private _say(message: ToThread): void {
    clearTimeout(this._resting);
    this._thread ??= this._start();
    this._thread.postMessage(message);
  }

  private _start(): Worker {
    const thread = new Worker(this._script, {
      env: {},
      // A library's words about a damaged file are not the service's.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 256 }
    });
    thread.unref();
    thread.stdout.resume();
    thread.stderr.resume();
    thread.on('message', (message: FromThread) => {
      void this._hear(message);
    });
    thread.once('error', cause => {
      this._stop(
        new LeapError(
          'service-failed',
          'Unpacking stopped unexpectedly: a chunk may be damaged, or the server short of memory.',
          { cause }
        )
      );
    });
    return thread;
  }

  private async _hear(message: FromThread): Promise<void> {
    const job = this._running.get(message.id);
    if (message.kind === 'done') {
      job?.end(message.value);
      return;
    }
    if (message.kind === 'failed') {
      job?.end(new LeapError(message.code, message.message));
      return;
    }
    await this._answer(message, job);
  }

  private async _answer(
    want: Extract<FromThread, { kind: 'want' }>,
    job: IRunning | undefined
  ): Promise<void> {
    const { request, into } = want;
    try {
      const bytes = job ? await fetchBytes(job, want) : null;
      if (into) {
        bring(into, bytes);
      } else {
        this._thread?.postMessage({ kind: 'bytes', request, bytes });
      }
    } catch (reason) {
      const { code, message } = LeapError.from(reason);
      if (into) {
        // The library only learns that reading failed; why is what the reader wants to know.
        job?.end(new LeapError(code, message));
        bring(into, null);
      } else {
        const kind = 'failed-bytes';
        this._thread?.postMessage({ kind, request, code, message });
      }
    }
  }

  private _rest(): void {
    if (this._running.size === 0) {
      this._resting = setTimeout(() => {
        this.dispose();
      }, REST_MS).unref();
    }
  }

  private _stop(reason: LeapError): void {
    clearTimeout(this._resting);
    void this._thread?.terminate();
    this._thread = null;
    for (const { end } of this._running.values()) {
      end(reason);
    }
  }

  private readonly _running = new Map<number, IRunning>();
  private _thread: Worker | null = null;
  private _resting: NodeJS.Timeout | undefined;
  private _jobs = 0;
}

async function fetchBytes(
  job: IRunning,
  { key, range }: Extract<FromThread, { kind: 'want' }>
): Promise<Uint8Array | null> {
  const bytes =
    range === null
      ? await job.source.read(key, MAX_CHUNK_BYTES, job.signal)
      : await job.source.readRange(key, range, job.signal);
  job.bytesRead += bytes?.length ?? 0;
  if (job.bytesRead > MAX_READ_BYTES) {
    throw new LeapError(
      'too-large',
      'There is more to read than a look may. Open it in a notebook.'
    );
  }
  return bytes;
}
