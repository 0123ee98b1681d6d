import fc from 'fast-check';
import { readPage } from '../../../../src/service/buckets/store/page';
import { readSizedPage } from '../../../../src/service/buckets/store/sized-page';
import {
  inColumns,
  type ISizedPage
} from '../../../../src/service/buckets/store/sized-objects';

// Many runs, on machines that have other things to do.
jest.setTimeout(120_000);

/** None where the name is damaged: only what is a name was asked for. */
const firstFolder = (one: string): string =>
  one.includes('\ufffd') ? '' : one.slice(0, one.indexOf('/') + 1);

/** What is read of a page, as one value. */
const seen = (page: ISizedPage | null) =>
  page && {
    token: page.nextPageToken,
    objects: Array.from({ length: page.objects.count }, (_, at) => [
      page.objects.nameAt(at),
      ['', firstFolder(page.objects.nameAt(at))].map(folder =>
        page.objects.isDirectlyIn(folder, at)
      ),
      page.objects.bytes[at],
      page.objects.createdMs[at],
      page.objects.storageClasses[at]
    ])
  };

/** The same as `JSON.parse` understands it. */
const parsed = (body: Buffer) => {
  const page = readPage(body.toString('utf8'));
  return seen(
    page && {
      objects: inColumns(page.objects),
      nextPageToken: page.nextPageToken
    }
  );
};

const same = (body: Buffer): void => {
  expect(seen(readSizedPage(body))).toEqual(parsed(body));
};

const name = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z0-9/_.=-]{1,12}$/) },
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 })
);
const instant = fc.oneof(
  fc
    .date({ noInvalidDate: true, min: new Date(0) })
    .map(at => at.toISOString()),
  fc.constantFrom(
    '2026-11-26T12:34:56Z',
    '2026-11-26T12:34:56.789Z',
    '2026-11-26T23:59:60.000Z',
    '2026-02-31T00:00:00.000Z',
    '2026-13-01T00:00:00.000Z',
    '2026-11-26T12:34:56.789+01:00',
    '2026-11-26 12:34:56.789Z',
    '2026-11-26T12:34:56.78xZ',
    '2(26-11-26T12:34:56Z',
    'yesterday'
  )
);
const object = fc
  .record(
    {
      name,
      size: fc.oneof(
        fc.nat().map(String),
        fc.constantFrom('', '-1', '1e3', '0x10', '12345678901234567', ' 7')
      ),
      timeCreated: instant,
      storageClass: fc.constantFrom('STANDARD', 'NEARLINE', ''),
      etag: fc.string()
    },
    { requiredKeys: ['name', 'size'] }
  )
  // A field that nobody asked for is a rare thing.
  .map(({ etag, ...one }) => (etag === 'x' ? { ...one, etag } : one));
const page = fc.record(
  {
    kind: fc.constant('storage#objects'),
    nextPageToken: fc.constantFrom('', 'CgR0b2tlbg==', 'a"b'),
    items: fc.oneof(
      fc.array(object, { maxLength: 8 }),
      fc.array(
        fc.record({
          name,
          size: fc.nat().map(String),
          timeCreated: instant,
          storageClass: fc.constant('STANDARD')
        }),
        { maxLength: 30 }
      )
    )
  },
  { requiredKeys: [] }
);
const body = fc
  .tuple(page, fc.constantFrom(undefined, 1, '\t'))
  .map(([value, indent]) => Buffer.from(JSON.stringify(value, null, indent)));

describe('readSizedPage', () => {
  it('reads what JSON.parse reads, however it is written', () => {
    fc.assert(fc.property(body, same), { numRuns: 2000 });
  });

  it('B72 takes a page that was cut off anywhere for none', () => {
    fc.assert(
      fc.property(body, fc.nat(), (whole, cut) => {
        const part = whole.subarray(0, cut % whole.length);
        expect(readSizedPage(part)).toBeNull();
      }),
      { numRuns: 1000 }
    );
  });

  it('makes no more of a damaged page than JSON.parse does', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.nat(255), (whole, at, byte) => {
        const damaged = Buffer.from(whole);
        damaged[at % damaged.length] = byte;
        same(damaged);
      }),
      { numRuns: 4000 }
    );
  });

  it('reads a full page, and one that is fuller than any', () => {
    for (const count of [1000, 1001]) {
      const items = Array.from({ length: count }, (_, at) => ({
        name: `run-${String(at).padStart(6, '0')}.nc`,
        size: String(at),
        timeCreated: new Date(Date.UTC(2026, 10, 26, 0, at)).toISOString(),
        storageClass: at < 500 ? 'STANDARD' : 'NEARLINE'
      }));
      const full = Buffer.from(JSON.stringify({ items, nextPageToken: 'x' }));
      expect(readSizedPage(full)?.objects.count).toBe(count);
      same(full);
    }
  });

  it.each([
    ['no object', '[]'],
    ['a name that is none', '{"items":[{"name":7,"size":"1"}]}'],
    ['no name', '{"items":[{"size":"1"}]}'],
    [
      'no name behind some',
      '{"items":[{"name":"a"},{"name":"b"},{"size":"1"}]}'
    ],
    ['a size that is none', '{"items":[{"name":"a","size":"-1"}]}'],
    ['something behind it', '{"items":[]} x'],
    ['two lists', '{"items":[{"name":"a"}],"items":[7]}']
  ])('refuses a page with %s', (_, text) => {
    expect(readSizedPage(Buffer.from(text))).toBeNull();
  });
});
