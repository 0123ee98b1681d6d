import fc from 'fast-check';
import { InodeIndex } from '../../../../../src/service/home/scan/tree/inode-index';

describe('the index of inodes', () => {
  it('finds what a Map finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2 ** 48 - 1), fc.nat(2 ** 32 - 1)), {
          maxLength: 3000,
          size: 'max'
        }),
        pairs => {
          const index = new InodeIndex();
          const map = new Map([[0, 7], ...pairs]);
          for (const [inode, number] of map) {
            index.set(inode, number);
          }

          const found = [...index.inodes()].map(inode => [
            inode,
            index.get(inode)
          ]);
          expect(new Map(found as [number, number][])).toEqual(map);
          expect(index.get(2 ** 48)).toBeUndefined();
        }
      ),
      { numRuns: 20 }
    );
  });
});
