import { EXIT } from '../../src/cli/context';
import { duHome } from '../../src/cli/du-home';
import {
  directoryLines,
  lineOf,
  problemLines
} from '../../src/cli/du-home-text';
import type { WalkReport } from '../../src/service/home/scan/report';
import { KeptCli } from '../support/cli/kept-cli';
import type { IDirectory } from '../../src/cli/du-home-tree';
import { entry, usage } from '../support/home/usage-answers';
import { TreeBase } from '../support/home/scan/tree-base';

function problems(report: Partial<WalkReport>): string[] {
  const text = problemLines({ ...usage(), assumed: null, ...report });
  return text.split('\n').slice(0, -1);
}

function directory(name: string, children: IDirectory[] = []): IDirectory {
  return { ...entry(name, 4096), children };
}

describe('the words of leap du', () => {
  it('B33 have a line for each directory, however many levels there are', () => {
    const levels = 20_000;
    let below = directory('d');
    for (let level = 1; level < levels; level += 1) {
      below = directory('d', [below]);
    }

    const lines = directoryLines(directory('', [below]), '.', {}).split('\n');

    expect(lines.slice(0, -1)).toHaveLength(levels + 1);
    expect(lines[0]).toBe(`4.0K\t.${'/d'.repeat(levels)}`);
  });

  it('have equals in one order: a directory after what is in it, the first of some last', () => {
    const root = directory('', [
      directory('a', [directory('b'), directory('c')]),
      directory('z')
    ]);

    const lines = directoryLines(root, '/home', {}).split('\n');

    expect(lines.map(line => line.replace(/.*\t/, ''))).toEqual([
      ...['/home/z', '/home/a/c', '/home/a/b', '/home/a', '/home', '']
    ]);
  });

  it('are none where nothing is missing', () => {
    expect(problems({})).toEqual([]);
  });

  it('B24 name what could not be read and whose it is, and that the numbers are the least', () => {
    const unreadable = [
      { path: '', reason: 'EACCES' },
      {
        path: 'theirs',
        reason: 'EACCES',
        owner: { name: 'a\u001b[31m', isYou: false }
      }
    ];

    expect(problems({ unreadable, unreadableCount: 2 })).toEqual([
      'leap: cannot read the directory itself: no permission (EACCES)',
      'leap: cannot read theirs: no permission, it belongs to a\\u{1b}[31m (EACCES)',
      'leap: the numbers mean at least this much'
    ]);
  });

  it('name ten parts, and say how many more there are', () => {
    const unreadable = Array.from({ length: 100 }, (_, at) => ({
      path: String(at),
      reason: 'EIO'
    }));

    const lines = problems({ unreadable, unreadableCount: 250 });

    expect(lines[0]).toBe(
      'leap: cannot read 0: the disk or the file server failed (EIO)'
    );
    expect(lines[11]).toMatch(/^leap: Count again in a few minutes; if it /);
    expect(lines).toHaveLength(13);
    expect(lines[10]).toBe('leap: 240 more could not be read');
  });

  it('B28 name what is mounted inside', () => {
    expect(problems({ excludedMounts: ['shared', 'a\nb'] })).toEqual([
      'leap: not counted, mounted from elsewhere: shared',
      'leap: not counted, mounted from elsewhere: a\\u{a}b'
    ]);
  });

  it('B11 B12 have nothing in them that a terminal obeys or hides', () => {
    const size = { usedBytes: 4096, apparentBytes: 1 };

    expect(lineOf(size, 'a\u001b]0;x\u0007\u202eb')).toBe(
      '4.0K\ta\\u{1b}]0;x\\u{7}\\u{202e}b\n'
    );
  });
});

describe('leap du on a terminal', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
    for (let at = 0; at < 30; at += 1) {
      tree.file(`${at}/file`);
    }
  });

  afterEach(() => {
    tree.remove();
  });

  it('shows how far it is, leaves nothing of it, and is silent where nobody sees it', async () => {
    // A count that waits for the operator's ceiling lasts long enough to be seen.
    const config = { scanOperationsPerSecond: 150 };
    const terminal = new KeptCli({ isTerminal: true, config });
    const piped = new KeptCli({ config });

    await duHome(terminal, tree.home, { depth: 1 });
    await duHome(piped, tree.home, { depth: 1 });

    expect(terminal.stderr.text).toMatch(/\r\u001b\[K\S+ in \d+ files so far/);
    expect(terminal.stderr.text).toMatch(/\r\u001b\[K$/);
    expect(piped.stderr.text).toBe('');
    expect(piped.stdout.text).toBe(terminal.stdout.text);
    expect(piped.status).toBe(EXIT.done);
  }, 30_000);
});
