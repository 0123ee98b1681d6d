import { totalsOf } from '../../../../../src/service/home/scan/walk/totals';
import {
  DirectoryColumns,
  INCOMPLETE
} from '../../../../../src/service/home/scan/tree/columns';
import { LinkedFiles } from '../../../../../src/service/home/scan/tree/linked';
import { nativePart } from '../../../../support/home/scan/native-part';
import { seeded } from '../../../../support/home/scan/random-tree';

const NO_COLUMNS = 'These are no columns of so many directories.';

/** A tree of some directories with numbers of every kind, and files with several names. */
function planted(seed: number): [DirectoryColumns, LinkedFiles] {
  const random = seeded(seed);
  const upTo = (most: number): number => Math.floor(random() * most);
  const columns = DirectoryColumns.create(1000);
  const linked = new LinkedFiles((one, other) => one < other);
  const count = 1 + upTo(500);
  for (let id = 0; id < count; id += 1) {
    columns.add(upTo(id), `d${id}`, {
      inode: id,
      usedBytes: 512 * upTo(9),
      changedMs: upTo(1e6) + random(),
      statusMs: 0,
      sameDevice: true,
      sizeBytes: 0
    });
    columns.addContent(id, {
      usedBytes: upTo(2 ** 44),
      apparentBytes: upTo(2 ** 44),
      files: upTo(1000),
      newestMs: random() < 0.5 ? -Infinity : upTo(2e6),
      lowInode: 0,
      highInode: 9
    });
    if (random() < 0.1) {
      columns.markIncomplete(id);
    }
    linked.add({
      volume: 1,
      inode: upTo(50),
      directory: id,
      usedBytes: 4096,
      apparentBytes: 10
    });
  }
  return [columns, linked];
}

describe('summing up what directories hold', () => {
  it('comes to the same with and without what is compiled', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const [columns, linked] = planted(seed);

      const totals = totalsOf(columns, linked, nativePart());

      expect(totals).toEqual(totalsOf(columns, linked));
    }
  });

  it('reaches the root from the deepest directory', () => {
    const columns = DirectoryColumns.create(10);
    const start = {
      inode: 1,
      usedBytes: 512,
      changedMs: 5,
      statusMs: 0,
      sameDevice: true,
      sizeBytes: 0
    };
    columns.add(0, '', start);
    columns.add(0, 'one', start);
    columns.add(1, 'two', { ...start, changedMs: 7 });
    columns.markIncomplete(2);
    const linked = new LinkedFiles(() => true);

    const totals = totalsOf(columns, linked, nativePart());

    expect([...totals.usedBytes]).toEqual([1536, 1024, 512]);
    expect([...totals.directories]).toEqual([2, 1, 0]);
    expect([...totals.newestMs]).toEqual([7, 7, 7]);
    expect([...totals.incomplete]).toEqual([
      INCOMPLETE,
      INCOMPLETE,
      INCOMPLETE
    ]);
  });

  it('reads and writes nothing elsewhere where numbers make no tree', () => {
    const [columns, linked] = planted(1);
    columns.parent[3] = 0xffff_ffff;

    const totals = totalsOf(columns, linked, nativePart());

    expect(totals.count).toBe(columns.count);
  });

  it('refuses columns that are too short, of another kind, or none', () => {
    const { sumUp } = nativePart();
    const columns = [
      new Uint32Array(2),
      new Float64Array(2),
      new Float64Array(2),
      new Uint32Array(2),
      new Uint32Array(2),
      new Float64Array(2),
      new Uint8Array(2)
    ];

    expect(() => sumUp(columns, 2)).not.toThrow();
    expect(() => sumUp(columns, 3)).toThrow(NO_COLUMNS);
    expect(() => sumUp(columns.slice(0, 6), 2)).toThrow(NO_COLUMNS);
    for (const at of columns.keys()) {
      const others = columns.with(at, new BigInt64Array(2) as never);
      expect(() => sumUp(others, 2)).toThrow(NO_COLUMNS);
    }
  });
});

describe('counting directories that were read before', () => {
  const oldest = new Uint32Array(1);

  it.each([
    [[5, 5, 5], [1, 1, 1], 5, 0, 0],
    [[4, 3, 5], [1, 1, 1], 5, 2, 3],
    [[4, 3, 5], [1, 0, 1], 5, 1, 4],
    [[], [], 5, 0, 0]
  ])(
    'of those at %j with %j files, before %i: %i, the first at %i',
    (readAt, files, before, older, first) => {
      oldest[0] = 0;

      const { countOlder } = nativePart();

      expect(
        countOlder(
          Uint32Array.from(readAt),
          Uint32Array.from(files),
          before,
          oldest
        )
      ).toBe(older);
      expect(oldest[0]).toBe(first);
    }
  );

  it('refuses columns of other lengths and kinds', () => {
    const { countOlder } = nativePart();
    const two = new Uint32Array(2);

    expect(() => countOlder(two, new Uint32Array(1), 5, oldest)).toThrow(
      NO_COLUMNS
    );
    expect(() => countOlder(two, two, 5, new Uint32Array(0))).toThrow(
      NO_COLUMNS
    );
    expect(() =>
      countOlder(two, new Float64Array(2) as never, 5, oldest)
    ).toThrow(NO_COLUMNS);
    expect(() => countOlder(null as never, two, 5, oldest)).toThrow(NO_COLUMNS);
  });
});
