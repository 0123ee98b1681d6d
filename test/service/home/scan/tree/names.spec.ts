import fc from 'fast-check';
import {
  decodeName,
  encodeName
} from '../../../../../src/service/home/scan/tree/names';

describe('names', () => {
  it('B14 come back byte for byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 255 }), bytes => {
        const name = decodeName(bytes);

        expect(encodeName(name)).toEqual(Buffer.from(bytes));
        expect(JSON.parse(JSON.stringify(name))).toBe(name);
      })
    );
  });

  it('are refused when they stand for no bytes', () => {
    expect(() => encodeName('a\uD800b')).toThrow('not valid text');
  });
});
