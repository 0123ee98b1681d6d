import fs from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  assumedIn,
  type IKnownTree
} from '../../../../../src/service/home/scan/known/known-tree';
import { intercepted } from '../../../../support/home/scan/intercepted';
import { TreeBase } from '../../../../support/home/scan/tree-base';
import { du } from '../../../../support/home/scan/walked';
import {
  again,
  HOUR_MS,
  known
} from '../../../../support/home/scan/counted-again';

jest.setTimeout(60_000);

describe('a tree that was counted before', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
  });

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
});

/** Those with this name, by number. */
function idsOf({ columns, readAt }: IKnownTree, name: string): number[] {
  return [...readAt.keys()].filter(id => columns.nameText(id) === name);
}
