/**
 * The thread in which chunks are unpacked, `reader.cjs` beside the service's own file: the libraries for that are
 * loaded when somebody looks, and leave with the thread.
 */
import { parentPort } from 'node:worker_threads';
import { LeapError } from '../../../contract';
import { readSlice } from '../look/slice';
import type { ByteRange } from '../source';
import { ZarrReader } from '../zarr/zarr-reader';
import { KeptBytes } from './kept-bytes';
import type { Delivery, FromThread, IJob, ToThread } from './messages';

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

async function run({ id, store, look }: IJob): Promise<void> {
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
    const value = await readSlice(look, reader, controller.signal);
    say({ kind: 'done', id, value });
  } catch (reason) {
    const { code, message } = LeapError.from(reason);
    say({ kind: 'failed', id, code, message });
  } finally {
    running.delete(id);
  }
}

function want(
  id: number,
  key: string,
  range: ByteRange | null
): Promise<Uint8Array | null> {
  requests += 1;
  const answer = Promise.withResolvers<Uint8Array | null>();
  waiting.set(requests, answer);
  say({ kind: 'want', id, request: requests, key, range });
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
