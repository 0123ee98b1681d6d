import { Children } from '../../../../../src/service/home/scan/known/children';
import { hotDirectories } from '../../../../../src/service/home/scan/known/hot';
import type { IKnownTree } from '../../../../../src/service/home/scan/known/known-tree';
import { DirectoryColumns } from '../../../../../src/service/home/scan/tree/columns';
import { LinkedFiles } from '../../../../../src/service/home/scan/tree/linked';
import { byPath, Paths } from '../../../../../src/service/home/scan/tree/paths';

const NOW_MS = Date.parse('2026-11-27T12:00:00Z');
const DAY_MS = 86_400_000;
const LONG_AGO_MS = 1000 * DAY_MS;

/** What each directory is like, by number. */
interface ITree {
  readonly count: number;
  /** How long ago something changed in it. */
  readonly agoMs?: (id: number) => number;
  readonly files?: (id: number) => number;
  readonly incomplete?: readonly number[];
  /** Those with the largest files. */
  readonly large?: readonly number[];
}

function hot(tree: ITree): number[] {
  return hotDirectories(knownOf(tree), NOW_MS);
}

function knownOf({
  count,
  agoMs = () => LONG_AGO_MS,
  files = () => 1,
  incomplete = [],
  large = []
}: ITree): IKnownTree {
  const root = '/home/reader';
  // There is room for more than is known.
  const columns = DirectoryColumns.create(count + 10);
  for (let id = 0; id < count; id += 1) {
    columns.add(0, 'name', {
      inode: id,
      usedBytes: 0,
      changedMs: 0,
      statusMs: 0,
      sizeBytes: 0,
      sameDevice: true
    });
    columns.newestMs[id] = NOW_MS - agoMs(id);
    columns.files[id] = files(id);
  }
  incomplete.forEach(id => {
    columns.markIncomplete(id);
  });
  return {
    ground: { root, device: 1, inode: 0, mounts: [] },
    columns,
    children: new Children(columns.parent, count),
    readAt: new Uint32Array(count),
    linked: new LinkedFiles(byPath(new Paths(columns, root)), true),
    large: large.map(directory => ({
      directory,
      name: 'large.nc',
      usedBytes: 1e9,
      changedMs: 0,
      linked: null
    })),
    habits: { areSlow: false, atOnce: 1, bestMs: null }
  };
}

/** Numbers from one to another, the other left out. */
function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

describe('the directories that are read again in any case', () => {
  it('are the home itself alone where nothing changed in years', () => {
    expect(hot({ count: 40 })).toEqual([0]);
  });

  it('are those with the largest files as well', () => {
    expect(hot({ count: 40, large: [30, 7, 30] })).toEqual([0, 7, 30]);
  });

  it('are those in which something changed in the last days', () => {
    const days = [50, 6.9, 7.1, 0, -0.01, 3];
    const agoMs = (id: number): number => (days[id] ?? 50) * DAY_MS;

    // What is from the future has a time that nobody can rely on.
    expect(hot({ count: 10, agoMs })).toEqual([0, 1, 3, 5]);
  });

  it.each([
    [40, 16],
    [10_000, 50]
  ])('are the latest of many, of %d so many: %d', (count, most) => {
    // 7919 is prime: each has a time of its own, in no order.
    const rank = (id: number): number => (id * 7919) % count;
    const latest = range(0, count).filter(id => rank(id) < most);

    const found = hot({ count, agoMs: id => 1000 * rank(id), files: () => 0 });

    expect(found).toEqual([...new Set([0, ...latest])]);
  });

  it('are no more where many changed at the same time', () => {
    const found = hot({ count: 200, agoMs: () => 1000, files: () => 0 });

    expect(found).toHaveLength(16);
  });

  it('are not those whose files would take long, nor what is older than these', () => {
    const agoMs = (id: number): number => 1000 * id;
    const files = (id: number): number => (id === 5 ? 500 : 100);

    expect(hot({ count: 16, agoMs, files: () => 100 })).toEqual(range(0, 5));
    expect(hot({ count: 16, agoMs, files })).toEqual(range(0, 5));
    // Of a large home it may be more.
    const large = (id: number): number => (id < 15 ? 100 : 200_000);
    expect(hot({ count: 16, agoMs, files: large })).toEqual(range(0, 10));
  });

  it('are those that could not be read, but no more of them than of others', () => {
    expect(hot({ count: 40, incomplete: [3, 9] })).toEqual([0, 3, 9]);
    expect(hot({ count: 40, incomplete: range(10, 40) })).toEqual([
      0,
      ...range(10, 26)
    ]);
  });
});
