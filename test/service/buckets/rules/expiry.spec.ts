import { deletedOn } from '../../../../src/service/buckets/rules/expiry';

describe('deletedOn', () => {
  it.each([
    ['2026-11-19T00:00:00.000Z', '2026-11-26'],
    ['2026-11-19T23:59:59.999Z', '2026-11-26'],
    ['2026-12-28T12:00:00.000Z', '2027-01-04'],
    ['2028-02-25T12:00:00.000Z', '2028-03-03'],
    ['2026-11-19T23:30:00-05:00', '2026-11-27']
  ])('counts whole days from the midnight before %s, in UTC', (at, day) => {
    expect(deletedOn(at, 7)).toBe(day);
  });

  it('says nothing where nothing is deleted or the creation is not known', () => {
    expect(deletedOn('2026-11-19T00:00:00Z', null)).toBeNull();
    expect(deletedOn(null, 7)).toBeNull();
    expect(deletedOn('yesterday', 7)).toBeNull();
  });
});
