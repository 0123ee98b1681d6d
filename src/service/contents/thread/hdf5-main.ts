/**
 * The thread in which HDF5 files are read, `hdf5.cjs` beside the service's own file: the library is loaded when somebody
 * opens one, and leaves with the thread. It asks for bytes and waits, since the library cannot do otherwise.
 */
import { parentPort } from 'node:worker_threads';
import type { File } from 'h5wasm';
import { LeapError } from '../../../contract';
import { describeFile } from '../hdf5/describe';
import { FileBlocks } from '../hdf5/file-blocks';
import { Hdf5Reader } from '../hdf5/hdf5-reader';
import { loadLibrary, openFile, type ILibrary } from '../hdf5/library';
import { readSlice } from '../look/slice';
import type { FromThread, IJob, Outcome, ToThread } from './messages';
import { roomFor, waitFor } from './shared-bytes';

/** Longer than the service lets a look take. */
const WAIT_MS = 90_000;

const opened = new Map<string, File>();
let files = 0;
let library: Promise<ILibrary> | undefined;
let requests = 0;
let running = 0;
// One after the other: while the library waits nothing else happens here anyway.
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'job') {
    last = last.then(() => run(message));
  }
});

async function run(job: IJob): Promise<void> {
  running = job.id;
  try {
    library ??= loadLibrary();
    const value = await work(job, fileOf(job, await library));
    say({ kind: 'done', id: job.id, value });
    if (job.task.kind === 'describe') {
      // Opened again by its place when somebody looks.
      opened.get(job.store)?.close();
      opened.delete(job.store);
    }
  } catch (reason) {
    opened.delete(job.store);
    const { code, message } =
      reason instanceof LeapError
        ? reason
        : new LeapError(
            'bad-upstream',
            'The file cannot be read: it is damaged, or uses what is not read here. Open it in a notebook.'
          );
    say({ kind: 'failed', id: job.id, code, message });
  }
}

async function work({ task, fileBytes }: IJob, file: File): Promise<Outcome> {
  if (task.kind === 'describe') {
    return { kind: 'arrays', arrays: describeFile(file, fileBytes) };
  }
  const { signal } = new AbortController();
  const looked = await readSlice(task.look, new Hdf5Reader(file), signal);
  return { kind: 'looked', looked };
}

function fileOf({ store, fileBytes }: IJob, by: ILibrary): File {
  let file = opened.get(store);
  if (!file) {
    const blocks = new FileBlocks(fileBytes, want);
    files += 1;
    file = openFile(by, `file-${String(files)}`, blocks);
    opened.set(store, file);
  }
  return file;
}

function want(offset: number, length: number): Uint8Array {
  requests += 1;
  const into = roomFor(length);
  const range = { offset, length };
  say({ kind: 'want', id: running, request: requests, key: '', range, into });
  const bytes = waitFor(into, WAIT_MS);
  if (bytes === null) {
    throw new LeapError('unavailable', 'The file could not be read further.');
  }
  return bytes;
}

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}
