import fc from 'fast-check';
import {
  beginningOf,
  nameFilter
} from '../../../../../src/lab/panels/buckets/folder/name-filter';

describe('nameFilter', () => {
  it.each([
    ['tas*2005*.nc', 'tas_day_2005-01.nc', true],
    ['tas*2005*.nc', 'tas_day_2006-01.nc', false],
    ['*.nc', 'a.nc.json', false],
    ['*.nc', '.NC', true],
    ['tas*', 'pr-tas.nc', false],
    ['*', 'anything', true],
    ['**', '', true],
    ['ab*ba', 'aba', false],
    ['a*b*b', 'ab', false],
    ['*05', '2005/', true],
    ['a.c*', 'abc', false],
    ['[ab]*', 'a', false]
  ])('lets “%s” take “%s”: %p', (filter, name, isWanted) => {
    expect(nameFilter(filter)(name)).toBe(isWanted);
  });

  it('agrees with the pattern as an expression, whatever is in both', () => {
    const text = (...letters: string[]) =>
      fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 });
    fc.assert(
      fc.property(text('a', 'b', '*'), text('a', 'b'), (pattern, name) => {
        fc.pre(pattern.includes('*'));
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
        expect(nameFilter(pattern)(name)).toBe(expression.test(name));
      })
    );
  });

  it('B17 tries no way twice, so a hostile pattern costs no more than its length', () => {
    const name = 'a'.repeat(1000);
    expect(nameFilter(`${'a*'.repeat(400)}b`)(name)).toBe(false);
    expect(nameFilter(`${'a*'.repeat(400)}a`)(name)).toBe(true);
  });
});

describe('beginningOf', () => {
  it.each([
    [' tas*.nc ', 'tas'],
    ['*.nc', ''],
    ['tas', 'tas']
  ])('of “%s” is “%s”', (filter, beginning) => {
    expect(beginningOf(filter)).toBe(beginning);
  });
});
