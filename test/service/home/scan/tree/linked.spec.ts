import fc from 'fast-check';
import { LinkedFiles } from '../../../../../src/service/home/scan/tree/linked';

describe('files with several names', () => {
  it('belong to the directory that comes first, in whatever order they are met', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([4, 9, 2, 7], { minLength: 4 }),
        directories => {
          const linked = new LinkedFiles((one, other) => one < other);

          for (const directory of directories) {
            linked.add({
              volume: 1,
              inode: 5,
              directory,
              usedBytes: 512,
              apparentBytes: 1
            });
          }

          expect(linked.owner(1, 5)).toBe(2);
          expect(linked.count).toBe(1);
        }
      )
    );
  });

  it('are different files on different volumes', () => {
    const linked = new LinkedFiles(() => false);

    linked.add({
      volume: 1,
      inode: 5,
      directory: 1,
      usedBytes: 512,
      apparentBytes: 1
    });
    linked.add({
      volume: 2,
      inode: 5,
      directory: 2,
      usedBytes: 512,
      apparentBytes: 1
    });

    expect(linked.count).toBe(2);
  });
});
