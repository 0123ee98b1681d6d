/**
 * The thread in which chunks are unpacked, `reader.cjs` beside the service's own file: the libraries for that are
 * loaded when somebody looks, and leave with the thread.
 */
import { parentPort } from 'node:worker_threads';
import { LeapError } from '../../../contract';
import type { IChunkReader } from '../chunk';
import { readSlice } from '../look/slice';
import type { ByteRange } from '../source';
import { ZarrReader } from '../zarr/zarr-reader';
import { KeptBytes } from './kept-bytes';
import type {
  Delivery,
  FromThread,
  IJob,
  Outcome,
  Task,
  ToThread
} from './messages';
import type { ReadPart } from '../tables/parquet';

const kept = new KeptBytes();
const waiting = new Map<number, PromiseWithResolvers<Uint8Array | null>>();
const running = new Map<number, AbortController>();
let requests = 0;

parentPort?.on('message', (message: ToThread) => {
  switch (message.kind) {
    case 'job':
      void run(message);
      return;
    case 'cancel':
      running.get(message.id)?.abort();
      return;
    default:
      deliver(message);
  }
});

async function run({ id, store, fileBytes, task }: IJob): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  const ask = (
    key: string,
    range: ByteRange | null
  ): Promise<Uint8Array | null> =>
    kept.get(JSON.stringify([store, key, range]), () => want(id, key, range));
  const reader = new ZarrReader({
    read: key => ask(key, null),
    readRange: ask
  });
  try {
    const value = await work(task, reader, controller.signal, {
      fileBytes,
      read: async (offset, length) => {
        const bytes = await ask('', { offset, length });
        return bytes ?? new Uint8Array();
      }
    });
    say({ kind: 'done', id, value });
  } catch (reason) {
    const { code, message } = LeapError.from(reason);
    say({ kind: 'failed', id, code, message });
  } finally {
    running.delete(id);
  }
}

/** Each library is loaded when its kind of file is met. */
async function work(
  task: Task,
  reader: ZarrReader,
  signal: AbortSignal,
  file: { readonly fileBytes: number; readonly read: ReadPart }
): Promise<Outcome> {
  if (task.kind === 'look') {
    const by =
      task.format === 'tiff'
        ? await tiffReader(file.fileBytes, file.read)
        : reader;
    return { kind: 'looked', looked: await readSlice(task.look, by, signal) };
  }
  switch (task.format) {
    case 'parquet': {
      const { describeParquet } = await import('../tables/parquet');
      const table = await describeParquet(file.fileBytes, file.read);
      return { kind: 'table', table };
    }
    case 'tiff': {
      const { describeTiff } = await import('../rasters/describe');
      const arrays = await describeTiff(file.fileBytes, file.read);
      return { kind: 'arrays', arrays };
    }
    case 'references': {
      const { readReferenceColumns } =
        await import('../tables/reference-columns');
      const columns = await readReferenceColumns(file.fileBytes, file.read);
      return { kind: 'references', columns };
    }
    case 'hdf5':
      throw new LeapError('internal', 'Another thread reads this.');
  }
}

async function tiffReader(
  fileBytes: number,
  read: ReadPart
): Promise<IChunkReader> {
  const { TiffReader } = await import('../rasters/tiff-reader');
  return new TiffReader(fileBytes, read);
}

function want(
  id: number,
  key: string,
  range: ByteRange | null
): Promise<Uint8Array | null> {
  requests += 1;
  const answer = Promise.withResolvers<Uint8Array | null>();
  waiting.set(requests, answer);
  say({ kind: 'want', id, request: requests, key, range, into: null });
  return answer.promise;
}

function deliver(delivery: Delivery): void {
  const answer = waiting.get(delivery.request);
  waiting.delete(delivery.request);
  if (delivery.kind === 'bytes') {
    answer?.resolve(delivery.bytes);
  } else {
    answer?.reject(new LeapError(delivery.code, delivery.message));
  }
}

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}
