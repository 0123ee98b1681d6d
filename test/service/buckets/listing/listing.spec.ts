import fc from 'fast-check';
import { LeapError } from '../../../../src/contract';
import { compareKeys } from '../../../../src/service/buckets/names/key-order';
import {
  listFolder,
  START,
  type IPosition
} from '../../../../src/service/buckets/listing/listing';
import { emulatedStore } from '../../../support/buckets/emulated-store';
import { startEmulator, type Emulator } from '../../../support/gcs/emulator';
import type { FaultName } from '../../../support/gcs/faults';
import { flat } from '../../../support/gcs/layouts';
import { never } from '../../../support/service/never';

// Many runs, on machines that have other things to do.
jest.setTimeout(600_000);

const bucket = 'leap-data';

interface IAll {
  prefixes: string[];
  objects: string[];
  pages: number;
}

describe('listFolder', () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await startEmulator();
    emulator.createBucket(bucket);
  });

  afterEach(() => emulator.close());

  const all = async (
    prefix = '',
    { isRetried = false, silenceMs = 5000 } = {}
  ): Promise<IAll> => {
    const store = emulatedStore(emulator, { silenceMs });
    const found: IAll = { prefixes: [], objects: [], pages: 0 };
    let position: IPosition | null = START;
    while (position !== null) {
      const folder = { bucket, prefix };
      try {
        const pages = listFolder(store, folder, position, 'view', never);
        for await (const page of pages) {
          found.prefixes.push(...page.prefixes);
          found.objects.push(...page.objects.map(({ name }) => name));
          found.pages += 1;
          position = page.position;
        }
      } catch (reason) {
        // As a reader does who is told so and presses Retry.
        if (!isRetried || !LeapError.from(reason).retryable) {
          throw reason;
        }
      }
    }
    store.dispose();
    return found;
  };

  it('reaches all of 3,500 objects, a thousand at a time', async () => {
    emulator.generate(bucket, flat({ count: 3500, prefix: 'many/' }));
    const { objects, pages } = await all('many/');
    expect(new Set(objects).size).toBe(3500);
    expect(pages).toBe(4);
  });

  it('ends an empty folder with one empty page', async () => {
    expect(await all('nothing/')).toEqual({
      prefixes: [],
      objects: [],
      pages: 1
    });
  });

  it('asks for nothing but the columns and the page token', async () => {
    emulator.put(bucket, 'a');
    await all();
    expect(emulator.calls[0]?.query).toMatchObject({
      fields: 'nextPageToken,prefixes,items(name,size,timeCreated,updated)',
      delimiter: '/',
      maxResults: '1000'
    });
  });

  it.each([
    ['B01', '../x'],
    ['B02', 'a/../../x'],
    ['B04', 'a//b'],
    ['B05', '/x'],
    ['B08', '%2e%2e%2f%252e%00%2F/%2F'],
    ['B11', 'a\tb\u001b[31m\u007f\u009f/x'],
    ['B12', '\u202ea\u200b\ufeffb/x'],
    ['B13', 'e\u0301/\u00e9'],
    ['B17', '#?*[] +&\'"`$(x) -rf ~ CON. /#?&='],
    ['B19', '<img onerror>/"><svg onload>'],
    ['', '__proto__/__proto__'],
    ['', '🌊/𝔸']
  ])('%s reaches %j by opening folder after folder', async (_, name) => {
    emulator.put(bucket, name, 'x');
    let prefix = '';
    for (;;) {
      const { prefixes, objects } = await all(prefix);
      const [next] = prefixes;
      if (next === undefined) {
        expect(objects).toEqual([name]);
        return;
      }
      expect(objects).toEqual([]);
      expect(name.startsWith(next)).toBe(true);
      prefix = next;
    }
  });

  it('B06 shows a folder marker, also one that holds something', async () => {
    emulator.put(bucket, 'a/', 'content');
    emulator.put(bucket, 'a/b/');
    expect(await all()).toMatchObject({ prefixes: ['a/'], objects: [] });
    expect(await all('a/')).toMatchObject({
      prefixes: ['a/b/'],
      objects: ['a/']
    });
  });

  it('B07 shows an object and the folder of the same name', async () => {
    emulator.put(bucket, 'a');
    emulator.put(bucket, 'a/b');
    expect(await all()).toMatchObject({ prefixes: ['a/'], objects: ['a'] });
  });

  it('B13 B22 B23 shows names that look alike side by side', async () => {
    const names = ['ann', 'anna', 'a:b', 'a?b', '\u00e9', 'e\u0301'];
    for (const name of names) {
      emulator.put(bucket, name);
    }
    expect((await all()).objects).toEqual([...names].sort(compareKeys));
  });

  it('B73 goes on by name when the page token expired', async () => {
    emulator.generate(bucket, flat({ count: 2500 }));
    const fault = emulator.fault({ name: 'expired-page-token' });
    const { objects } = await all();
    expect(objects).toHaveLength(2500);
    expect(new Set(objects).size).toBe(2500);
    expect(fault.struck).toBe(1);
  });

  it('B73 goes on behind a folder when the page token expired', async () => {
    for (let at = 0; at < 1500; at += 1) {
      emulator.put(bucket, `dir-${String(at).padStart(4, '0')}/x`);
      emulator.put(bucket, `dir-${String(at).padStart(4, '0')}/y`);
    }
    emulator.fault({ name: 'expired-page-token' });
    const { prefixes } = await all();
    expect(new Set(prefixes).size).toBe(1500);
    expect(prefixes).toHaveLength(1500);
  });

  it.each<FaultName>(['short-page', 'empty-page'])(
    'B73 does not take a %s for the end',
    async name => {
      emulator.generate(bucket, flat({ count: 1500 }));
      emulator.fault({ name, times: 3, entries: 7 });
      const { objects } = await all();
      expect(new Set(objects).size).toBe(1500);
      expect(objects).toHaveLength(1500);
    }
  );

  it('fails rather than ending early, after the rows it has', async () => {
    emulator.generate(bucket, flat({ count: 2500 }));
    emulator.fault({
      name: 'not-found',
      times: Infinity,
      nth: 2
    });
    const store = emulatedStore(emulator);
    const pages = listFolder(
      store,
      { bucket, prefix: '' },
      START,
      'view',
      never
    );
    expect((await pages.next()).value).toMatchObject({
      position: { lastObject: 'part-0999.nc' }
    });
    await expect(pages.next()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('equals the listing without faults after any 8 faults, if need be with Retry', async () => {
    const names = Array.from(
      { length: 2300 },
      (_, at) =>
        `${'ab'[at % 2] ?? ''}${String(at).padStart(5, '0')}${at % 5 === 0 ? '/x' : ''}`
    );
    for (const name of names) {
      emulator.put(bucket, name);
    }
    const calm = await all();
    const fault = fc.record({
      name: fc.constantFrom<FaultName>(
        'request-timeout',
        'too-many-requests',
        'rate-limit-exceeded',
        'internal-error',
        'unavailable',
        'reset',
        'reset-in-body',
        'stall',
        'stall-in-body',
        'truncated-json',
        'expired-page-token',
        'short-page',
        'empty-page'
      ),
      nth: fc.integer({ min: 1, max: 6 }),
      afterBytes: fc.integer({ min: 0, max: 5000 }),
      entries: fc.integer({ min: 1, max: 999 })
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 8 }), async faults => {
        emulator.faults.clear();
        for (const options of faults) {
          emulator.fault(options);
        }
        const { prefixes, objects } = await all('', {
          isRetried: true,
          silenceMs: 250
        });
        expect(objects).toEqual(calm.objects);
        expect(prefixes).toEqual(calm.prefixes);
      }),
      // A thousand before a release; each takes a tenth of a second.
      { numRuns: Number(process.env['LEAP_FAULT_RUNS'] ?? 60) }
    );
  });
});
