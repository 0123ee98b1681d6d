import { HeldDirectory } from '../../../../../src/service/home/scan/native/held';
import { HeldDirectories } from '../../../../../src/service/home/scan/native/held-directories';

const WANTED = { floorBytes: 0, excluded: undefined };

function names(count: number): string {
  return Array.from({ length: count }, (_, at) => `name-${at}\0`).join('');
}

function left(count: number): { bytes: Buffer; count: number } {
  return { bytes: Buffer.from(names(count)), count };
}

describe('a directory that takes several orders', () => {
  it('gives out each name once, no more than are wanted, and its list to one order alone', () => {
    const held = new HeldDirectory(1, 2, WANTED);
    held.leave(left(10));

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
    const answer = left(3);
    held.leave(answer);

    answer.bytes.fill('x');

    const { bytes } = held.take(3).names;
    expect(Buffer.from(bytes).toString()).toBe(names(3));
  });

  it('is closed by an order alone that has all that is left', () => {
    const held = new HeldDirectory(1, 2, WANTED);
    held.leave(left(2));

    const first = held.take(1);
    const second = held.take(1);
    held.inFlight -= 2;
    held.isListing = false;
    held.leave(left(1));
    const last = held.take(1);

    // Of two at work at once, neither knows whether the other is done.
    expect([first, second, last].map(({ mayClose }) => mayClose)).toEqual([
      false,
      false,
      true
    ]);
  });
});

describe('directories that are held', () => {
  it('offers those in which there is something to order, the last first', () => {
    const held = new HeldDirectories();
    const [one, other] = [5, 7].map(id => {
      const directory = new HeldDirectory(id, 2, WANTED);
      directory.leave(left(id));
      held.add(directory);
      return directory;
    });

    const offered: (number | undefined)[] = [];
    for (let at = 0; at < 3; at += 1) {
      const { last } = held;
      offered.push(last?.id);
      if (last) {
        held.change(last, () => last.take(100));
      }
    }
    if (one) {
      held.change(one, () => one.leave(left(3)));
    }

    expect(offered).toEqual([7, 5, undefined]);
    expect(held).toMatchObject({ last: one, names: 3 });
    expect(other?.hasMore).toBe(false);
    expect(held.takeAll()).toEqual([one]);
    expect(held.last).toBeUndefined();
  });
});
