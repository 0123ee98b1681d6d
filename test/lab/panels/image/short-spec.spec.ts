import {
  distinctSpecs,
  fieldText,
  shortSpec
} from '../../../../src/lab/panels/image/short-spec';

describe('shortSpec', () => {
  it.each([
    ['pangeo/pangeo-notebook:2026.06.04', 'pangeo-notebook:2026.06.04'],
    ['localhost:5000/a/b:1', 'b:1'],
    ['x', 'x'],
    [
      `quay.io/o/i@sha256:${'0123456789abcdef'.repeat(4)}`,
      'i@sha256:0123456789ab…'
    ],
    [`i:1@sha256:${'0123456789abcdef'.repeat(4)}`, 'i:1@sha256:0123456789ab…']
  ])('says %s as %s', (spec, short) => {
    expect(shortSpec(spec)).toBe(short);
  });
});

describe('fieldText', () => {
  it.each([
    ['pangeo/x:1', 'pangeo/x:1'],
    ['pangeo/x', 'pangeo/x:latest'],
    ['localhost:5000/x', 'localhost:5000/x:latest'],
    ['quay.io/o/i@sha256:00', 'quay.io/o/i@sha256:00']
  ])('B48 makes of %s what the field takes', (spec, text) => {
    expect(fieldText(spec)).toBe(text);
    expect(text).toMatch(/^.+:.+$/);
  });
});

describe('distinctSpecs', () => {
  it.each([
    ['pangeo/x:1', 'pangeo/x:2', '1', '2'],
    ['quay.io/pangeo/x:1', 'pangeo/x:2', '1', '2'],
    ['pangeo/x:1', 'pangeo/y:2', 'x:1', 'y:2'],
    ['pangeo/x', 'pangeo/x:2', 'x', 'x:2'],
    ['quay.io/pangeo/x:1', 'pangeo/x:1', 'x:1', 'x:1']
  ])('tells %s and %s apart as %s and %s', (one, other, a, b) => {
    expect(distinctSpecs(one, other)).toEqual([a, b]);
  });
});
