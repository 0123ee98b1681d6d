import fs from 'node:fs';
import { join } from 'node:path';
import { assumedIn } from '../../../../../src/service/home/scan/known/known-tree';
import {
  ChangedTree,
  ticked
} from '../../../../support/home/scan/changed-tree';
import { RandomTree } from '../../../../support/home/scan/random-tree';
import { TreeBase } from '../../../../support/home/scan/tree-base';
import { du, walk, WAYS } from '../../../../support/home/scan/walked';
import {
  again,
  HOUR_MS,
  known
} from '../../../../support/home/scan/counted-again';

/** Trees changed and counted again; the whole number takes a minute. */
const SEEDS = Number(process.env['LEAP_TREES'] ?? 500) / 25;

jest.setTimeout(60_000);

describe('a tree that was counted before', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
  });

  it.each(
    WAYS.flatMap(way => [[way, 'all'] as const, [way, 'in turn'] as const])
  )(
    'equals GNU du again after any change that directories show, %s, %s',
    async (way, scope) => {
      for (let seed = 0; seed < SEEDS; seed += 1) {
        const home = join(tree.home, String(seed));
        new RandomTree(home, seed).make(60);
        const changed = new ChangedTree(home, seed);
        let before = await known(home, { way });
        for (let round = 0; round < 3; round += 1) {
          ticked(home);
          changed.change(seed % 7);

          const { report, known: after } = await again(before, home, {
            way,
            scope
          });

          const anew = await walk(home, way);
          const usedBytes = du(home);
          expect({ seed, round, ...report }).toMatchObject({ usedBytes });
          expect({ seed, round, report }).toEqual({
            seed,
            round,
            report: anew.report
          });
          before = after;
        }
      }
    },
    60_000
  );

  it.each(WAYS)(
    'equals GNU du where all is read in any case, whatever became of it, %s',
    async way => {
      for (let seed = 0; seed < SEEDS; seed += 1) {
        const home = join(tree.home, String(seed));
        new RandomTree(home, seed).make(60);
        const before = await known(home, { way });
        const hot = Array.from(before.readAt.keys());
        const changed = new ChangedTree(home, seed);
        changed.change(seed % 7);
        changed.grow(5);

        const { report, known: after } = await again(before, home, {
          scope: 'hot',
          way,
          hot
        });

        const usedBytes = du(home);
        expect({ seed, ...report }).toMatchObject({ usedBytes });
        expect({ seed, report }).toEqual({
          seed,
          report: (await walk(home, way)).report
        });
        expect(assumedIn(after, Date.now() + HOUR_MS)).toBeNull();
      }
    }
  );

  it('is off by no more than files grew in place, and says so', async () => {
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const home = join(tree.home, String(seed));
      new RandomTree(home, seed).make(60);
      let before = await known(home);
      const least = du(home);
      new ChangedTree(home, seed).grow(5);
      const most = du(home);

      for (const scope of ['all', 'hot'] as const) {
        const { report, known: after } = await again(before, home, { scope });
        before = after;

        const { usedBytes } = report;
        const isWithin = usedBytes >= least && usedBytes <= most;
        expect({ seed, scope, isWithin }).toMatchObject({ isWithin: true });
        const assumed = assumedIn(after, Date.now() + 2 * HOUR_MS);
        const mayMiss = assumed !== null || usedBytes === most;
        expect({ seed, scope, mayMiss }).toMatchObject({ mayMiss: true });
      }
    }
  });

  it('counts a file once when it gets a second name elsewhere', async () => {
    tree.file('one/file', 50_000);
    tree.directory('other');
    const before = await known(tree.home);
    fs.linkSync(tree.at('one/file'), tree.at('other/file'));

    const { report, known: after } = await again(before, tree.home);
    fs.rmSync(tree.at('one'), { recursive: true });
    const without = await again(after, tree.home, { hours: 3 });

    expect(report.usedBytes).toBeLessThan(100_000);
    expect(without.report.usedBytes).toBe(du(tree.home));
  });
});
