import { instantOf } from '../../../../../src/service/home/scan/tree/instant';

describe('times of files', () => {
  it('B36 are written as ISO 8601 wherever that can write them', () => {
    expect(instantOf(-2_147_483_648_000)).toBe('1901-12-13T20:45:52.000Z');
    expect(instantOf(4_294_967_296_000)).toBe('2106-02-07T06:28:16.000Z');
    expect(instantOf(1e18)).toBe('9999-12-31T23:59:59.999Z');
    expect(instantOf(-1e18)).toBe('0001-01-01T00:00:00.000Z');
  });
});
