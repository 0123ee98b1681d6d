import { timeStepFactor } from '../../../src/service/catalog/query/time-step';
import {
  askedYears,
  yearsFactor
} from '../../../src/service/catalog/query/years';
import { CatalogIndex } from '../../../src/service/catalog/search';
import { atOnce, inSlices } from '../../../src/service/catalog/index/steps';
import { datasets, record } from '../../support/catalog/records';

describe('askedYears', () => {
  it.each([
    ['sst since 1979', 1979, null],
    ['sst 1981 onwards', 1981, null],
    ['rain 1981-present', 1981, null],
    ['after 2015', 2016, null],
    ['before 2000', null, 1999],
    ['1990-2020 rain', 1990, 2020],
    ['from 1990 to 2020', 1990, 2020],
    ['2015-01-01 to 2020-12-31', 2015, 2020],
    ['storms in 2017', 2017, 2017]
  ])('reads %s', (text, first, last) => {
    expect(askedYears(text)).toEqual({ first, last });
  });

  it.each(['sane et al 2023', 'woa 2018', 'last 2000 years', '2020-1990', ''])(
    'finds none in %j',
    text => {
      expect(askedYears(text)).toBeNull();
    }
  );

  it('changes nothing where the years are not known', () => {
    const since = { first: 1979, last: null };

    expect(yearsFactor(since, null)).toBe(1);
    expect(yearsFactor(since, { first: 1950, last: 2020 })).toBeGreaterThan(1);
    expect(yearsFactor(since, { first: 1900, last: 1970 })).toBeLessThan(1);
  });
});

describe('timeStepFactor', () => {
  it.each([
    ['hourly rain', 'daily', true],
    ['hourly rain', 'sub-daily', true],
    ['hourly rain', 'hourly', false],
    ['hourly rain', 'sub-hourly', false],
    ['monthly sst', 'daily', false],
    ['daily tmax', 'yearly', true],
    ['daily tmax', null, false]
  ] as const)(
    'for %j, data that are %s are too coarse: %s',
    (text, step, is) => {
      expect((timeStepFactor(text)?.(step) ?? 0) < 1).toBe(is);
    }
  );

  it('asks for no time step where none is named', () => {
    expect(timeStepFactor('sea ice')).toBeNull();
  });

  it('puts what is fine enough first', () => {
    const index = new CatalogIndex(
      datasets(
        record({ title: 'Rain', description: 'Daily rain of the world.' }),
        record({ title: 'Air', description: 'Hourly rain and more.' })
      )
    );

    expect(index.search('hourly rain').hits[0]?.title).toBe('Air');
    expect(index.search('daily rain').hits[0]?.title).toBe('Rain');
  });
});

describe('how a query is read', () => {
  const index = new CatalogIndex(
    datasets(
      record({ title: 'Streamflow', description: 'Of catchments.', tags: [] }),
      record({ title: 'Photosynthesis', description: 'Plants.', tags: [] }),
      record({ title: 'CMIP6', description: 'Simulations.', tags: [] }),
      record({
        title: 'Long SST',
        description: 'Sea surface temperature from 1870 to 2020.',
        tags: []
      }),
      record({
        title: 'Short SST',
        description: 'Sea surface temperature from 2003 to 2020.',
        tags: []
      }),
      record({
        title: 'Fine maps',
        description: 'High resolution daily maps. Zarr.',
        tags: []
      })
    )
  );
  const first = (text: string): string | undefined =>
    index.search(text).hits[0]?.title;

  it.each([
    ['a word in two', 'stream flow', 'Streamflow'],
    [
      'a word in two of which one is none',
      'photo synthessis',
      'Photosynthesis'
    ],
    ['a number apart', 'CMIP 6', 'CMIP6'],
    ['two words in one', 'seasurface temperature', 'Long SST'],
    ['a version glued on', 'cmip6v2', 'CMIP6'],
    ['three slips in a long word', 'fotosinthesis', 'Photosynthesis']
  ])('%s: %s', (_, text, title) => {
    expect(first(text)).toBe(title);
  });

  it('takes how data are for less than what they are of', () => {
    expect(first('high resolution daily streamflow')).toBe('Streamflow');
    expect(first('zarr high resolution')).toBe('Fine maps');
  });

  it('puts what has the years first, and keeps the rest', () => {
    expect(first('sst since 1900')).toBe('Long SST');
    expect(index.search('sst since 1900').total).toBeGreaterThan(1);
  });
});

describe('steps', () => {
  function* count(to: number): Generator<undefined, number> {
    for (let at = 0; at < to; at++) {
      const until = performance.now() + 1;
      while (performance.now() < until) {
        // Something that takes a millisecond.
      }
      yield;
    }
    return to;
  }

  it('come to the same at once and in slices, which let others in', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns++;
    }, 1);

    expect(atOnce(count(5))).toBe(5);
    expect(turns).toBe(0);
    await expect(inSlices(count(60))).resolves.toBe(60);
    expect(turns).toBeGreaterThan(0);
    clearInterval(timer);
  });
});
