import fc from 'fast-check';
import type { Extent, StoreFacts } from '../../../src/contract';
import { areaOf, shared } from '../../../src/service/catalog/region/box';
import { regionsNamed } from '../../../src/service/catalog/region/named-regions';
import { regionsOfExtent } from '../../../src/service/catalog/region/regions';
import { CatalogIndex } from '../../../src/service/catalog/search';
import {
  dataset,
  datasets,
  record,
  store
} from '../../support/catalog/records';

function box(west: number, south: number, east: number, north: number): Extent {
  return { west, south, east, north };
}

function ids(regions: readonly { readonly id: string }[]): string[] {
  return regions.map(({ id }) => id);
}

describe('boxes on the globe', () => {
  const any = fc.record({
    west: fc.integer({ min: -180, max: 360 }),
    south: fc.integer({ min: -90, max: 0 }),
    east: fc.integer({ min: -180, max: 360 }),
    north: fc.integer({ min: 1, max: 90 })
  });

  it('share as much with each other, and never more than they have', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(shared(a, b)).toBeCloseTo(shared(b, a), 9);
        expect(shared(a, b)).toBeLessThanOrEqual(
          Math.min(areaOf(a), areaOf(b)) + 1e-9
        );
        expect(shared(a, a)).toBeCloseTo(areaOf(a), 9);
      })
    );
  });

  it('are the same from 0 to 360 and from -180 to 180, and cross the date line', () => {
    expect(shared(box(0, -90, 360, 90), box(-180, -90, 180, 90))).toBeCloseTo(
      areaOf(box(-180, -90, 180, 90))
    );
    expect(shared(box(350, 40, 360, 50), box(-10, 40, 0, 50))).toBeCloseTo(
      areaOf(box(-10, 40, 0, 50))
    );
    expect(shared(box(170, -10, -170, 10), box(0, -10, 10, 10))).toBe(0);
  });
});

describe('the regions of bounds', () => {
  it('are the globe where nearly all of it is covered', () => {
    expect(ids(regionsOfExtent(box(0, -90, 359.75, 90)))).toEqual(['global']);
    expect(ids(regionsOfExtent(box(-180, -50, 180, 50)))).toEqual(['global']);
  });

  it('are those that hold them and those that they cover', () => {
    expect(ids(regionsOfExtent(box(-81, -18, -68, 1)))).toEqual(
      expect.arrayContaining(['peru', 'south-america'])
    );
    expect(ids(regionsOfExtent(box(-40, 25, 75, 75)))).toEqual(
      expect.arrayContaining(['europe', 'alps', 'scandinavia'])
    );
    expect(ids(regionsOfExtent(box(100, -45, 160, -8)))).not.toContain(
      'europe'
    );
  });
});

describe('the regions that a record names', () => {
  it.each([
    ['title', { title: 'Rain over India' }, ['india']],
    ['tag', { title: 'x', tags: ['north-atlantic'] }, ['north-atlantic']],
    ['store', { title: 'x', stores: [store({ name: 'Agulhas' })] }, ['agulhas']]
  ])('by its %s', (_, fields, expected) => {
    expect(ids(regionsNamed(dataset({ description: '', ...fields })))).toEqual(
      expected
    );
  });

  it.each([
    ['A simulation of the North Atlantic.', ['north-atlantic']],
    ['Run at MEOM (France).', []],
    ['Made by the Australian Bureau of Meteorology.', []],
    ['QQ: global radiation.', []],
    ['The southern ocean and the Alps.', ['southern-ocean', 'alps']]
  ])('in its description only as a place: %s', (description, expected) => {
    expect(
      ids(regionsNamed(dataset({ title: 'x', tags: [], description })))
    ).toEqual(expected);
  });
});

describe('search by place', () => {
  const FACTS: StoreFacts = {
    variables: [],
    dimensions: [],
    timeSpan: null,
    cadence: null,
    resolutionDegrees: null,
    extent: box(-81, -18, -68, 1),
    bytes: null
  };
  const rain = (title: string, fields: Record<string, unknown> = {}) =>
    record({ title, description: 'Rainfall.', tags: [], ...fields });
  const index = new CatalogIndex(
    datasets(
      rain('A', { description: 'Rainfall of the whole globe, global.' }),
      rain('B', { tags: ['europe'] }),
      rain('C', { tags: ['australia'] }),
      rain('D', { stores: [store({ url: 'https://example.org/d.zarr' })] }),
      rain('E', { stores: [store({ url: 'https://example.org/e.zarr' })] })
    ),
    {
      known: new Map([
        [
          'https://example.org/d.zarr',
          { facts: FACTS, isOpen: true, checkedAt: '2026-11-26T08:00:00Z' }
        ]
      ])
    }
  );
  const found = (text: string): string[] =>
    index.search(text).hits.map(({ title }) => title);

  it('puts what lies there first, then what holds it, then what may', () => {
    expect(found('rainfall europe')[0]).toBe('B');
    expect(found('rainfall alps').slice(0, 2)).toEqual(['B', 'A']);
    expect(found('rainfall alps').at(-1)).toMatch(/C|D/);
  });

  it('knows where a store lies by its own bounds', () => {
    expect(found('rainfall peru')[0]).toBe('D');
    expect(found('rain in south america')[0]).toBe('D');
  });

  it('offers regions with counts, and says of how many none is known', () => {
    const { facets } = index.search('rainfall');
    const region = facets.find(({ name }) => name === 'region');

    expect(
      Object.fromEntries(
        (region?.values ?? []).map(({ value, count }) => [value, count])
      )
    ).toMatchObject({
      global: 1,
      europe: 1,
      australia: 1,
      oceania: 1,
      'south-america': 1,
      unknown: 1
    });
    const filters = [{ facet: 'region', value: 'south-america' }] as const;
    expect(index.search('', { filters }).hits[0]?.title).toBe('D');
  });
});
