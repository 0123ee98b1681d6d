import fc from 'fast-check';
import { LeapError, type FolderSize } from '../../../src/contract';
import {
  listFolder,
  START
} from '../../../src/service/buckets/listing/listing';
import { measureFolder } from '../../../src/service/buckets/size/size';
import { emulatedStore } from '../../support/buckets/emulated-store';
import { startEmulator, type Emulator } from '../../support/gcs/emulator';
import type { FaultName } from '../../support/gcs/faults';
import { flat } from '../../support/gcs/layouts';
import { never } from '../../support/service/never';

// Many runs, on machines that have other things to do.
jest.setTimeout(600_000);

const bucket = 'leap-data';
const COUNT = 2300;

/** All of B69 to B73 that a reader of listings meets. */
const NAMES: readonly FaultName[] = [
  'unauthorized',
  'forbidden',
  'not-found',
  'request-timeout',
  'too-many-requests',
  'rate-limit-exceeded',
  'internal-error',
  'bad-gateway',
  'unavailable',
  'gateway-timeout',
  'reset',
  'reset-in-body',
  'stall',
  'stall-in-body',
  'truncated-json',
  'expired-page-token',
  'short-page',
  'empty-page'
];

const fault = fc.record({
  name: fc.constantFrom(...NAMES),
  nth: fc.integer({ min: 1, max: 6 }),
  // Eight in a row are survived where they are not final; thirteen are not.
  times: fc.constantFrom(1, 1, 1, 8, 13),
  afterBytes: fc.integer({ min: 0, max: 5000 }),
  entries: fc.integer({ min: 1, max: 999 })
});

/** Most of a run is waiting for a silent service, so that several at once take hardly longer. */
const AT_ONCE = 16;
/** Long enough that a busy machine is not taken for a silent service. */
const SILENCE_MS = 600;

const RUNS = process.env['LEAP_LONG_TESTS'] === undefined ? 60 : 1000;

describe('under any faults', () => {
  let emulators: readonly Emulator[];

  beforeAll(async () => {
    emulators = await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        const emulator = await startEmulator();
        emulator.createBucket(bucket);
        emulator.generate(bucket, flat({ count: COUNT, prefix: 'p/' }));
        return emulator;
      })
    );
  });

  afterAll(() => Promise.all(emulators.map(emulator => emulator.close())));

  /** Does it under the faults of each seed; what fails says under which. */
  const underAll = async (
    run: (emulator: Emulator) => Promise<void>
  ): Promise<void> => {
    const seeds = fc
      .sample(fc.array(fault, { maxLength: 5 }), { seed: 2026, numRuns: RUNS })
      .values();
    let done = 0;
    const work = async (emulator: Emulator): Promise<void> => {
      for (const faults of seeds) {
        emulator.faults.clear();
        emulator.calls.length = 0;
        for (const options of faults) {
          emulator.fault({ ...options, operation: 'objects.list' });
        }
        try {
          await run(emulator);
        } catch (reason) {
          throw new Error(`Under ${JSON.stringify(faults)}`, { cause: reason });
        }
        done += 1;
      }
    };
    await Promise.all(emulators.map(work));
    expect(done).toBe(RUNS);
  };

  it('B69 B70 B71 B72 B73 a listing is whole, or ends in a sentence after rows that are right', async () => {
    let whole = 0;
    await underAll(async emulator => {
      const store = emulatedStore(emulator, { silenceMs: SILENCE_MS });
      const names: string[] = [];
      let error: unknown = null;
      try {
        const place = { bucket, prefix: 'p/' };
        for await (const page of listFolder(
          store,
          place,
          START,
          'view',
          never
        )) {
          names.push(...page.objects.map(({ name }) => name));
        }
      } catch (reason) {
        error = reason;
      }
      store.dispose();
      const expected = Array.from(
        { length: COUNT },
        (_, at) => `p/part-${String(at).padStart(4, '0')}.nc`
      );
      if (error === null) {
        whole += 1;
        expect(names).toEqual(expected);
      } else {
        expect(error).toBeInstanceOf(LeapError);
        expect((error as LeapError).message).toMatch(/^[A-Z].*\.$/);
        expect((error as LeapError).code).not.toBe('internal');
        expect(names).toEqual(expected.slice(0, names.length));
      }
    });
    // Most faults can be survived; a reader that gave up at each would pass all of the above.
    expect(whole).toBeGreaterThan(RUNS / 3);
  });

  it('B69 B70 B71 B72 B73 a size is exact, or says "at least" and why', async () => {
    let whole = 0;
    await underAll(async emulator => {
      const store = emulatedStore(emulator, { silenceMs: SILENCE_MS });
      let last: FolderSize | null = null;
      let error: unknown = null;
      try {
        const place = { bucket, prefix: 'p/' };
        for await (const size of measureFolder(store, place, {
          concurrency: 4,
          signal: never
        })) {
          last = size;
        }
      } catch (reason) {
        error = reason;
      }
      store.dispose();
      if (error === null) {
        whole += 1;
        expect(last).toMatchObject({ complete: true, objects: COUNT });
      } else {
        expect(error).toBeInstanceOf(LeapError);
        expect((error as LeapError).code).not.toBe('internal');
        expect(last?.complete ?? false).toBe(false);
        expect(last?.objects ?? 0).toBeLessThanOrEqual(COUNT);
      }
    });
    expect(whole).toBeGreaterThan(RUNS / 3);
  });
});
