import { HeldDirectory } from '../../../../../src/service/home/scan/native/held';

const WANTED = { floorBytes: 0, excluded: undefined };

function names(count: number): string {
  return Array.from({ length: count }, (_, at) => `name-${at}\0`).join('');
}

describe('a directory that takes several orders', () => {
  it('gives out each name once, no more than are wanted, and its list to one order alone', () => {
    const held = new HeldDirectory(1, 2, WANTED);
    held.leave(Buffer.from(names(10)));

    const given: string[] = [];
    const lists: boolean[] = [];
    for (const most of [4, 1, 100]) {
      const taken = held.take(most);
      given.push(Buffer.from(taken.names.bytes).toString());
      lists.push(taken.lists);
      expect(taken.names.count).toBeLessThanOrEqual(most);
    }

    expect(given.join('')).toBe(names(10));
    expect(lists).toEqual([false, false, true]);
    expect(held).toMatchObject({ left: 0, hasMore: false });
  });

  it('keeps the names when the answer that they came in is overwritten', () => {
    const held = new HeldDirectory(1, 2, WANTED);
    const answer = Buffer.from(names(3));
    held.leave(answer);

    answer.fill('x');

    const { bytes } = held.take(3).names;
    expect(Buffer.from(bytes).toString()).toBe(names(3));
  });
});
