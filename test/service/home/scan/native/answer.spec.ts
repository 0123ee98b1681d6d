import { constants } from 'node:os';
import { Answer } from '../../../../../src/service/home/scan/native/answer';
import {
  ANSWER,
  COUNTED,
  ENTRY
} from '../../../../../src/service/home/scan/native/layout';

describe('Answer', () => {
  it('tells an inode that no JavaScript number holds', () => {
    const inode = 2n ** 63n + 1n;
    const numbers = new Float64Array(100);
    const entry = ANSWER.width + COUNTED.width;
    numbers[ANSWER.done] = 1;
    numbers[ANSWER.width + COUNTED.entries] = 1;
    numbers[entry + ENTRY.inode] = Number(inode);
    numbers[entry + ENTRY.nameLength] = 4;
    new BigUint64Array(numbers.buffer)[entry + ENTRY.exactInode] = inode;

    const [counted] = [...new Answer(numbers, Buffer.from('name')).counts()];

    expect(counted?.entries).toMatchObject([
      { name: 'name', stats: { ino: Number(inode) }, exactInode: inode }
    ]);
  });

  it('keeps the bytes of a name that is not UTF-8', () => {
    const numbers = new Float64Array(100);
    numbers[ANSWER.done] = 1;
    numbers[ANSWER.width + COUNTED.entries] = 1;
    numbers[ANSWER.width + COUNTED.width + ENTRY.nameLength] = 2;
    const bytes = Buffer.of(0xff, 0x41);

    const [counted] = [...new Answer(numbers, bytes).counts()];

    expect(counted?.entries[0]?.name).toEqual(Uint8Array.of(0xff, 0x41));
  });

  it('B37 says that a file server forgot a directory, by the name of that failure', () => {
    const numbers = new Float64Array(100);
    numbers[ANSWER.done] = 1;
    numbers[ANSWER.width + COUNTED.error] = constants.errno.ESTALE;

    const [counted] = [...new Answer(numbers, Buffer.alloc(0)).counts()];

    expect(counted?.reason).toBe('ESTALE');
  });
});
