import fs from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { survey } from '../../../../src/service/home/scan/tree/ground';
import {
  assumedIn,
  secondsBefore,
  type IKnownTree
} from '../../../../src/service/home/scan/known/known-tree';
import { knownAfter } from '../../../../src/service/home/scan/known/known-after';
import {
  reportOf,
  type WalkReport
} from '../../../../src/service/home/scan/report';
import {
  revise,
  type Scope
} from '../../../../src/service/home/scan/known/revision';
import { ChangedTree, ticked } from '../../../support/home/scan/changed-tree';
import { intercepted } from '../../../support/home/scan/intercepted';
import { RandomTree } from '../../../support/home/scan/random-tree';
import { TreeBase } from '../../../support/home/scan/tree-base';
import {
  du,
  finishedWalk,
  optionsOf,
  walk,
  NODE_WAYS,
  WAYS,
  type Way
} from '../../../support/home/scan/walked';

/** Trees changed and counted again; the whole number takes a minute. */
const SEEDS = Number(process.env['LEAP_TREES'] ?? 500) / 25;

const HOUR_MS = 3_600_000;

jest.setTimeout(60_000);

/** Counted when all that was made a moment ago was an hour old. */
async function known(
  home: string,
  { way = 'promptly', hours = 1 }: { way?: Way; hours?: number } = {}
): Promise<IKnownTree> {
  const walked = await finishedWalk(home, way, { keepsNames: true });
  ticked(home);
  const countedMs = Date.now() + hours * HOUR_MS;
  return knownAfter(walked, Math.floor(countedMs / 1000));
}

interface IAgain {
  /** `in turn`: what is hot, and then all of which that does not tell. */
  readonly scope?: Scope | 'in turn';
  readonly way?: Way;
  /** How far the clock has gone on since the tree was made. */
  readonly hours?: number;
  readonly calls?: Partial<typeof fs>;
  readonly hot?: readonly number[];
}

async function again(
  before: IKnownTree,
  home: string,
  { scope = 'all', way = 'promptly', hours = 2, calls, hot }: IAgain = {}
): Promise<{
  report: WalkReport;
  known: IKnownTree;
  read: number;
}> {
  const options = {
    ...optionsOf(way, calls),
    ...(hot && { hot }),
    nowMs: () => Date.now() + hours * HOUR_MS
  };
  const first = scope === 'in turn' ? 'hot' : scope;
  let result = await revise(before, survey(home), first, options);
  if (scope === 'in turn') {
    const { known, seen } = result;
    const rest = { ...options, seen };
    result = await revise(known, survey(home), 'all', rest);
  }
  return { ...result, report: reportOf(result.counted) };
}

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

  it('waits for many calls at once from the first on where they were slow lately', async () => {
    for (let at = 0; at < 200; at += 1) {
      tree.directory(`directory-${at}`);
    }
    const habits = { areSlow: true, atOnce: 32, bestMs: 1 };
    const before = { ...(await known(tree.home)), habits };
    let prompt = 0;
    let waiting = 0;

    await again(before, tree.home, {
      calls: {
        lstatSync: intercepted(fs.lstatSync, { after: () => (prompt += 1) }),
        lstat: intercepted(fs.lstat, { after: () => (waiting += 1) })
      }
    });

    expect(waiting).toBeGreaterThan(180);
    expect(prompt).toBeLessThan(20);
  });

  it('keeps nothing of an earlier count in memory', async () => {
    tree.file('directory/file', 10);
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
    const countTwice = async (): Promise<[WeakRef<object>, IKnownTree]> => {
      const before = await known(tree.home);
      const after = await again(before, tree.home);
      return [new WeakRef(before), after.known];
    };

    const [earlier, kept] = await countTwice();
    await nextTurn();
    collect();

    expect(kept.linked.count).toBe(0);
    expect(earlier.deref()).toBeUndefined();
  });

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

  it('takes one call a directory, and reads what changed alone', async () => {
    for (let at = 0; at < 100; at += 1) {
      for (let file = 0; file < 10; file += 1) {
        tree.file(`group-${at % 7}/directory-${at}/file-${file}`, 10);
      }
    }
    const before = await known(tree.home);
    tree.file('group-3/directory-3/new', 70_000);
    tree.file('group-4/directory-4/new', 70_000);
    tree.file('group-4/new/inner/file', 70_000);
    let calls = 0;
    const counting = {
      before: () => {
        calls += 1;
        return undefined;
      }
    };

    const { report, read } = await again(before, tree.home, {
      calls: {
        lstatSync: intercepted(fs.lstatSync, counting),
        readdirSync: intercepted(fs.readdirSync, counting)
      }
    });

    expect(report.usedBytes).toBe(du(tree.home));
    // The home itself, the three that changed, the two that are new.
    expect(read).toBe(6);
    expect(calls).toBeLessThan(108 + 110);
  });

  it('looks once at what was read first, and at what stands in it', async () => {
    tree.file('part/hot/log', 10);
    tree.file('part/hot/inner/file', 10);
    tree.file('other/file', 10);
    const before = await known(tree.home);
    tree.file('part/hot/new', 70_000);
    tree.file('other/new', 70_000);
    const calls: string[] = [];
    const noted = (call: string) => ({
      before: (path: string) => {
        calls.push(`${call} ${path.replace('./', '')}`);
        return undefined;
      }
    });

    const { report } = await again(before, tree.home, {
      scope: 'in turn',
      hot: idsOf(before, 'hot'),
      calls: {
        lstatSync: intercepted(fs.lstatSync, noted('look')),
        readdirSync: intercepted(fs.readdirSync, noted('list'))
      }
    });

    expect(report.usedBytes).toBe(du(tree.home));
    expect(calls.filter(call => call === 'list part/hot')).toHaveLength(1);
    // Before it is listed, and after that, whether it is still the same.
    expect(calls.filter(call => call === 'look part/hot')).toHaveLength(2);
    expect(calls.filter(call => call === 'look part/hot/inner')).toHaveLength(
      1
    );
    expect(calls.filter(call => call === 'list other')).toHaveLength(1);
  });

  it('tells what cannot be read also where that was tried first', async () => {
    tree.file('part/closed/file', 5000);
    const before = await known(tree.home);
    tree.file('part/closed/new', 5000);
    const closed = {
      before: (path: string) =>
        path.endsWith('closed')
          ? Object.assign(new Error('closed'), { code: 'EACCES' })
          : undefined
    };

    const { report } = await again(before, tree.home, {
      scope: 'in turn',
      hot: idsOf(before, 'closed'),
      calls: { readdirSync: intercepted(fs.readdirSync, closed) }
    });

    expect(report.complete).toBe(false);
    expect(report.unreadable).toMatchObject([{ path: 'part/closed' }]);
  });

  it('is read again where a change may hide: within a moment of the last count, and when the clock was set back', async () => {
    const seconds = Math.floor(Date.now() / 1000);
    new RandomTree(tree.home, 5).make(80);
    const walked = await finishedWalk(tree.home, 'promptly', {
      keepsNames: true
    });
    const moment = knownAfter(walked, seconds);
    const future = await known(tree.home, { hours: 3 });
    new ChangedTree(tree.home, 5).changeInPlace(20);
    const usedBytes = du(tree.home);

    expect((await again(moment, tree.home)).report).toMatchObject({
      usedBytes
    });
    expect((await again(future, tree.home)).report).toMatchObject({
      usedBytes
    });
    expect(secondsBefore(10_000, 9000, 3000)).toBe(6);
    expect(secondsBefore(10_000, 999_000, 3000)).toBe(10);
  });

  it('finds what grew in the directory that changed last before everything else', async () => {
    tree.file('old/file', 5000);
    tree.file('results/log', 5000);
    fs.utimesSync(tree.at('old/file'), 1, 1);
    fs.utimesSync(tree.at('old'), 1, 1);
    const before = await known(tree.home);
    fs.appendFileSync(tree.at('results/log'), Buffer.alloc(100_000, 1));

    const { report, known: after } = await again(before, tree.home, {
      scope: 'hot'
    });

    expect(report.usedBytes).toBe(du(tree.home));
    expect(assumedIn(after, Date.now() + 1.5 * HOUR_MS)).toEqual({
      directories: 1,
      sinceMs: expect.any(Number) as number
    });
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

  it.each(NODE_WAYS)(
    'B27 is not left through a directory that becomes a link meanwhile, %s',
    async way => {
      tree.file('a/b/file', 5000);
      const outside = join(tree.path, 'outside');
      fs.mkdirSync(join(outside, 'b'), { recursive: true });
      fs.writeFileSync(join(outside, 'b/file'), Buffer.alloc(900_000, 1));
      const before = await known(tree.home, { way, hours: -1 });
      let isSwapped = false;
      const swap = {
        before: (path: string) => {
          if (!isSwapped && path.endsWith('a/b')) {
            isSwapped = true;
            fs.renameSync(tree.at('a'), tree.at('moved'));
            fs.symlinkSync(outside, tree.at('a'));
          }
          return undefined;
        }
      };

      const { report } = await again(before, tree.home, {
        way,
        calls: {
          lstatSync: intercepted(fs.lstatSync, swap),
          lstat: intercepted(fs.lstat, swap)
        }
      });

      expect(isSwapped).toBe(true);
      expect(report.usedBytes).toBeLessThan(100_000);
    }
  );

  it('B29 stays whole where a part of it was closed and is open again', async () => {
    tree.file('closed/file', 5000);
    tree.file('open/file', 5000);
    let isClosed = true;
    const closed = {
      before: (path: string) =>
        isClosed && path.endsWith('closed')
          ? Object.assign(new Error('closed'), { code: 'EACCES' })
          : undefined
    };
    const walked = await finishedWalk(tree.home, 'promptly', {
      keepsNames: true,
      calls: { readdirSync: intercepted(fs.readdirSync, closed) }
    });
    const before = knownAfter(walked, Math.floor(Date.now() / 1000) + 3600);
    expect(reportOf(walked).complete).toBe(false);
    isClosed = false;

    const { report } = await again(before, tree.home);

    expect(report).toMatchObject({ usedBytes: du(tree.home), complete: true });
  });
});

/** Those with this name, by number. */
function idsOf({ columns, readAt }: IKnownTree, name: string): number[] {
  return [...readAt.keys()].filter(id => columns.nameText(id) === name);
}
