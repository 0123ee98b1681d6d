import fs from 'node:fs';
import { handedOverForCounts } from '../../../../../src/service/home/scan/native/handed-over';
import { Workspace } from '../../../../../src/service/home/scan/native/workspace';
import { KnownDirectories } from '../../../../../src/service/home/scan/known/known-directories';
import { knownAfter } from '../../../../../src/service/home/scan/known/known-after';
import type { Walk } from '../../../../../src/service/home/scan/walk/walk';
import { ticked } from '../../../../support/home/scan/changed-tree';
import { nativePart } from '../../../../support/home/scan/native-part';
import { TreeBase } from '../../../../support/home/scan/tree-base';
import { finishedWalk } from '../../../../support/home/scan/walked';

const HOUR_MS = 3_600_000;

/** Directories in one; more than are compared with each that is found. */
const MANY = 60;

/** What an earlier count knew, as if it had been an hour after all was made. */
function bookOf(walk: Walk): KnownDirectories {
  const countedMs = Date.now() + HOUR_MS;
  const known = knownAfter(walk, Math.floor(countedMs / 1000));
  return new KnownDirectories(known, countedMs + HOUR_MS);
}

function numberOf({ tree }: Walk, path: string): number {
  const { columns, paths } = tree;
  const ids = [...columns.parent.subarray(0, columns.count).keys()];
  return ids.find(id => paths.relative(id) === path) ?? NaN;
}

/** The names that are told of what stands in the root, and the paths of what was met there. */
async function countAgain(
  { plan, tree }: Walk,
  book: KnownDirectories
): Promise<{ told: string[]; met: string[] }> {
  const space = new Workspace(nativePart());
  const { marks } = book;
  const extent = { mostEntries: 1000, deadlineMs: 1000 };
  space.order.beginCounts(plan.stats.dev, plan.root, extent, marks.trust);
  space.order.addCount(0, { floorBytes: Infinity, excluded: undefined });
  const columns = handedOverForCounts(tree.columns, marks);
  await new Promise<void>(resolve => space.begin(resolve, columns));
  const [counted] = space.answer.counts();
  return {
    told: (counted?.entries ?? []).map(({ name }) => String(name)).sort(),
    met: [...marks.met.keys()]
      .filter(id => marks.met[id] === 1)
      .map(id => tree.paths.relative(id))
      .sort()
  };
}

describe('directories that were known in one that is counted again', () => {
  let tree: TreeBase;
  let names: readonly string[];

  beforeEach(() => {
    tree = TreeBase.make();
    names = Array.from({ length: MANY }, (_, at) => `known-${at}`).sort();
    names.forEach(name => tree.file(`${name}/file`, 10));
    ticked(tree.home);
  });

  afterEach(() => {
    tree.remove();
  });

  it('are not told where they are as they were', async () => {
    const walk = await finishedWalk(tree.home, 'natively');

    const { told, met } = await countAgain(walk, bookOf(walk));

    expect({ told, met }).toEqual({ told: [], met: names });
  });

  it('are told where anything about them is another', async () => {
    tree.directory('outside');
    const walk = await finishedWalk(tree.home, 'natively');
    ticked(tree.home);
    fs.renameSync(tree.at('known-1'), tree.at('renamed'));
    fs.rmSync(tree.at('known-2'), { recursive: true });
    tree.directory('known-2');
    fs.rmSync(tree.at('known-3'), { recursive: true });
    fs.symlinkSync('known-4', tree.at('known-3'));
    tree.file('known-5/more', 10);
    fs.rmSync(tree.at('known-6'), { recursive: true });
    fs.renameSync(tree.at('outside'), tree.at('known-6'));
    fs.rmSync(tree.at('known-7'), { recursive: true });
    tree.directory('new');

    const { told, met } = await countAgain(walk, bookOf(walk));

    const others = ['1', '2', '3', '5', '6', '7'].map(at => `known-${at}`);
    expect(told).toEqual(
      ['known-2', 'known-5', 'known-6', 'new', 'renamed'].sort()
    );
    expect(met).toEqual(names.filter(name => !others.includes(name)));
  });

  it('are told where each has the name of another, whatever its change time says', async () => {
    const walk = await finishedWalk(tree.home, 'natively');
    const one = numberOf(walk, 'known-1');
    const other = numberOf(walk, 'known-2');
    // Names of the same length.
    const starts = new Uint32Array(walk.tree.columns.buffers.nameStart);
    [starts[one], starts[other]] = [starts[other] ?? 0, starts[one] ?? 0];

    const { told } = await countAgain(walk, bookOf(walk));

    expect(told).toEqual(['known-1', 'known-2']);
  });

  it('are told where the name of one is the beginning of another', async () => {
    const walk = await finishedWalk(tree.home, 'natively');
    const lengths = new Uint8Array(walk.tree.columns.buffers.nameLength);
    lengths[numberOf(walk, 'known-1')] = 'known-'.length;

    const { told } = await countAgain(walk, bookOf(walk));

    expect(told).toEqual(['known-1']);
  });

  it('are told where one was not found at its place before', async () => {
    const walk = await finishedWalk(tree.home, 'natively');
    const book = bookOf(walk);
    book.look(numberOf(walk, 'known-8'), null, false);

    const { told, met } = await countAgain(walk, book);

    expect(told).toEqual(['known-8']);
    expect(met).not.toContain('known-8');
  });

  it('are told where what is known of them cannot be believed', async () => {
    const walk = await finishedWalk(tree.home, 'natively');
    const nowMs = Date.now();
    // They changed within the time in which a second change may look like the first.
    const known = knownAfter(walk, Math.floor(nowMs / 1000));

    const { told } = await countAgain(walk, new KnownDirectories(known, nowMs));

    expect(told).toEqual(names);
  });
});
