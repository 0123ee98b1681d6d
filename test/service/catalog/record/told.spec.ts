import { toldBy } from '../../../../src/service/catalog/record/told';

describe('toldBy', () => {
  it.each([
    ['from 1996 to 2025-05-19', { first: 1996, last: 2025 }],
    ['(1982–2000)', { first: 1982, last: 2000 }],
    ['(1900-01-01 to 2020-05-31)', { first: 1900, last: 2020 }],
    ['from 1950 to present', null],
    ['pages 1000-2000000', null],
    ['2010-2001', null]
  ])('reads the years of "%s"', (text, years) => {
    expect(toldBy(text).years).toEqual(years);
  });

  it.each([
    ['0.25° ERA5', 0.25],
    ['0.1 degree grid', 0.1],
    ['1/4° model', 0.25],
    ['a 5KM gridded product', 5 / 111],
    ['each roughly 10degrees by 10degrees', null],
    ['20 degrees of freedom', null]
  ])('reads the resolution of "%s"', (text, degrees) => {
    expect(toldBy(text).resolutionDegrees).toEqual(degrees);
  });

  it.each([
    ['12-hourly averages', 'sub-daily'],
    ['Hourly', 'hourly'],
    ['monthly climatology', 'monthly'],
    ['18-day intervals', 'weekly'],
    ['everyday', null]
  ])('reads the time step of "%s"', (text, cadence) => {
    expect(toldBy(text).cadence).toBe(cadence);
  });
});
