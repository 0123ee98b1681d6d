import { createHash } from 'node:crypto';
import { measureFolder } from '../../../../src/service/buckets/size/size';
import { modelArchive } from '../../../support/gcs/model-archive';
import { ClockedStore } from '../../../support/buckets/clocked-store';
import {
  deep,
  flat,
  longStems,
  nonAscii,
  skewed,
  zarrChunks,
  type ILayout
} from '../../../support/gcs/layouts';
import { never } from '../../../support/service/never';

const namesOf = (layout: ILayout): string[] =>
  Array.from({ length: layout.count }, (_, at) => layout.nameAt(at));
const hashes = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, at) => `o/${createHash('md5').update(String(at)).digest('hex')}`
  );
/** Two variables with four-dimensional chunks, small coordinates before, between and behind. */
const zarrStore = (): string[] => [
  ...['lat', 'lon', 'time'].map(name => `s.zarr/${name}/0`),
  ...['sst', 'u10'].flatMap(name =>
    Array.from(
      { length: 100_000 },
      (_, at) =>
        `s.zarr/${name}/${String(at % 5000)}.${String(Math.floor(at / 5000))}.0`
    )
  )
];
const byDay = (): string[] =>
  Array.from({ length: 200_000 }, (_, at) => {
    const day = new Date(Date.UTC(1980, 0, 1 + Math.floor(at / 20)));
    const path = day.toISOString().slice(0, 10).replaceAll('-', '/');
    return `era5/single-levels/${path}/var_${String(at % 20)}_hourly.nc`;
  });

/** The objects that measuring it comes to. */
async function measured(store: ClockedStore): Promise<number> {
  let objects = 0;
  const options = { concurrency: 16, signal: never };
  const place = { bucket: 'leap-data', prefix: '' };
  for await (const size of measureFolder(store, place, options)) {
    objects = size.objects;
  }
  return objects;
}

describe('measuring in parallel', () => {
  it('does not end page after page in a few huge stores among many small ones', async () => {
    const store = new ClockedStore(modelArchive(1_000_000));
    expect(await measured(store)).toBe(store.objects);
    expect(store.sequentialMs / store.nowMs).toBeGreaterThan(10);
    expect(store.calls / store.pages).toBeLessThan(1.15);
  }, 60_000);

  const count = 200_000;
  it.each<[string, () => string[]]>([
    ['a flat folder', () => namesOf(flat({ count, prefix: 'p/' }))],
    ['a deep tree', () => namesOf(deep({ count }))],
    ['long common stems', () => namesOf(longStems({ count }))],
    ['folders of very different size', () => namesOf(skewed({ count }))],
    ['names beyond ASCII', () => namesOf(nonAscii({ count }))],
    ['chunks without leading zeros', () => namesOf(zarrChunks({ count }))],
    ['hashes', () => hashes(count)],
    ['a Zarr store', zarrStore],
    ['folders of years, months and days', byDay]
  ])(
    'of %s takes less than a sixth of the time of page after page, and few calls more',
    async (_, makeNames) => {
      const store = new ClockedStore(makeNames());
      expect(await measured(store)).toBe(store.objects);
      expect(store.sequentialMs / store.nowMs).toBeGreaterThan(6);
      expect(store.calls / store.pages).toBeLessThan(1.2);
    },
    60_000
  );
});
