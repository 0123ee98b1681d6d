import type { IAccess } from '../../../src/service/buckets/requests/access';
import { Exchange } from '../../../src/service/buckets/requests/exchange';
import { Limiter } from '../../../src/service/buckets/requests/limiter';
import type { IPatience } from '../../../src/service/buckets/requests/retry';
import { GcsStore } from '../../../src/service/buckets/store/store';
import type { Emulator } from '../gcs/emulator';

/** Waits for nothing, so that twelve tries take no time; still ends when cancelled. */
export const noPatience: IPatience = {
  random: () => 0,
  sleep: async (_ms, signal) => {
    await new Promise(resolve => setImmediate(resolve));
    signal.throwIfAborted();
  }
};

interface IOptions {
  /** Called for the headers; absent: there are no credentials. */
  readonly headers?: IAccess['headers'];
  readonly silenceMs?: number;
  readonly concurrency?: number;
  /** Told how long it would wait before another try; it takes no time. */
  readonly onWait?: (ms: number) => void;
}

/**
 * The real store over a real connection to the emulator.
 */
export function emulatedStore(
  emulator: Emulator,
  { headers, silenceMs = 5000, concurrency = 16, onWait }: IOptions = {}
): GcsStore {
  return new GcsStore({
    access: {
      baseUrl: `${emulator.url}/storage/v1`,
      headers: headers ?? (() => Promise.resolve(null))
    },
    exchange: new Exchange({ silenceMs, maxSockets: concurrency }),
    limiter: new Limiter({
      max: concurrency,
      patience: noPatience,
      nowMs: () => performance.now()
    }),
    patience: {
      // As long as it may be.
      random: () => (onWait ? 1 : 0),
      sleep: (ms, signal) => {
        onWait?.(ms);
        return noPatience.sleep(ms, signal);
      }
    }
  });
}
