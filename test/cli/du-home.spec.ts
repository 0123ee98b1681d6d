import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { leapBundle } from '../support/service/leap-bundle';
import { leapConfig } from '../support/service/leap-config';
import { TreeBase } from '../support/home/scan/tree-base';
import { undocumented } from '../support/cli/undocumented-fields';
import { du } from '../support/home/scan/walked';

jest.setTimeout(120_000);

interface IRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Run `leap` as a user would, as another user of the machine or among other mounts when a command is put before it. */
function leap(
  args: readonly string[],
  before: readonly string[] = [],
  home = '/'
): IRun {
  const [command = process.execPath, ...rest] = [
    ...before,
    process.execPath,
    leapBundle(),
    ...args
  ];
  return spawnSync(command, rest, {
    encoding: 'utf8',
    env: {
      ...process.env,
      LEAP_CONFIG: JSON.stringify(leapConfig({ homeDirectory: home }))
    }
  });
}

/** Nobody may not read what its owner keeps closed; root may read everything. */
const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
const isRoot = process.getuid?.() === 0;
const canMount = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0;

describe('leap du', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
    tree.file('cache/pip/wheel', 300_000);
    tree.file('notes/one', 10_000);
  });

  afterEach(() => {
    tree.remove();
  });

  it('is the first part of a program that does everything else as well', () => {
    const clearable = leap(['du', '--clearable', '--json', tree.home]);
    const version = leap(['--version']);

    expect(clearable.status).toBe(0);
    expect(JSON.parse(clearable.stdout)).toMatchObject({ path: tree.home });
    expect(version).toMatchObject({ status: 0, stdout: '0.0.0\n' });
    expect(leap(['du', '--nonsense'])).toMatchObject({ status: 2 });
    expect(leap(['du', 'gs://'])).toMatchObject({ status: 1 });
  });

  it('counts a directory without the libraries that all else needs', () => {
    const first = fs.readFileSync(leapBundle(), 'utf8');

    expect(first).not.toContain('commander.');
    expect(first).not.toContain('_zod');
  });

  it('says what is wrong with a configuration that it cannot use', () => {
    const env = { ...process.env, LEAP_CONFIG: '{"scan_concurrency":-1}' };
    const words = [leapBundle(), 'du', tree.home];
    const run = spawnSync(process.execPath, words, { encoding: 'utf8', env });

    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(run.stderr).toMatch(/^leap: c\.Leap\./);
  });

  it('reads like du -h --max-depth=1 | sort -h', () => {
    const { stdout, stderr, status } = leap(['du', tree.home]);

    const expected = spawnSync(
      'sh',
      ['-c', 'du -h --max-depth=1 "$1" | sort -h', 'sh', tree.home],
      { encoding: 'utf8' }
    );
    expect(stdout).toBe(expected.stdout);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  it('counts the home when no path is given, as many levels as asked for, the largest only', () => {
    const { stdout } = leap(
      ['du', '--depth', '2', '--top', '2'],
      [],
      tree.home
    );

    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map(line => line.split('\t')[1])
    ).toEqual([`${tree.home}/cache/pip`, `${tree.home}/cache`, tree.home]);
  });

  it('shows what files say they hold', () => {
    fs.truncateSync(tree.at('notes/one'), 2 ** 30);

    const { stdout } = leap(['du', '--apparent', '--depth', '0', tree.home]);

    expect(stdout).toBe(`1.1G\t${tree.home}\n`);
  });

  it('answers in one JSON object, to the byte as du -B1 does', () => {
    const { stdout } = leap(['du', '--json', tree.home]);

    expect(JSON.parse(stdout)).toMatchObject({
      path: tree.home,
      usedBytes: du(tree.home),
      apparentBytes: 310_000,
      files: 2,
      directories: 3,
      complete: true,
      unreadable: [],
      excludedMounts: [],
      children: [
        { name: 'cache', kind: 'directory', usedBytes: du(tree.at('cache')) },
        { name: 'notes', kind: 'directory', usedBytes: du(tree.at('notes')) }
      ]
    });
  });

  it('has no field in its answer that its manual does not name', () => {
    const { stdout } = leap(['du', '--json', '--depth', '2', tree.home]);

    expect(undocumented(JSON.parse(stdout))).toEqual([]);
  });

  it('takes what files say they hold for what is largest where that is asked for', () => {
    fs.truncateSync(tree.at('notes/one'), 2 ** 30);
    const top = ['--top', '1', '--apparent'];

    const { stdout } = leap(['du', ...top, tree.home]);
    const json = leap(['du', '--json', ...top, tree.home]);

    expect(stdout).toContain(`1.0G\t${tree.home}/notes\n`);
    expect(JSON.parse(json.stdout)).toMatchObject({
      children: [{ name: 'notes', apparentBytes: 2 ** 30 }],
      otherChildren: { entries: 1, usedBytes: du(tree.at('cache')) }
    });
  });

  it('answers about a single file', () => {
    const { stdout } = leap(['du', '--json', tree.at('notes/one')]);

    expect(JSON.parse(stdout)).toMatchObject({ usedBytes: 12_288, files: 1 });
  });

  it.each([
    [1, ['du', '/no/such/place'], '/no/such/place: There is no such directory'],
    [2, ['du', '--depth', 'two'], 'whole number'],
    [2, ['du', '--nonsense'], 'unknown option'],
    [2, ['du', '--clearable', '--depth', '2'], '--depth says nothing'],
    [2, ['du', '--clearable', '--apparent'], '--apparent says nothing'],
    [2, ['du', '--apparent', 'gs://b/f'], 'nothing of a gs:// address'],
    [2, ['du', '--clearable', 'gs://b/f'], '--clearable says nothing'],
    [2, ['du', '--depth', '2', 'gs://b/f'], '--depth is 0 or 1'],
    [2, ['du', '--billing-project', 'my-project', '/'], '--billing-project']
  ])('ends with status %i for %j', (status, args, message) => {
    const run = leap(args);

    expect(run.status).toBe(status);
    expect(run.stderr).toContain(message);
  });

  (isRoot ? it : it.skip)(
    'B24 names what it may not read, and ends with status 3',
    () => {
      tree.file('closed/inner/file');
      tree.file('listed/inner/file');
      fs.chmodSync(tree.at('closed'), 0o000);
      fs.chmodSync(tree.at('listed'), 0o444);

      const run = leap(['du', '--json', tree.home], NOBODY);
      const text = leap(['du', tree.home], NOBODY);

      const [, bytes] =
        /^(\d+)/.exec(
          spawnSync('setpriv', [...NOBODY.slice(1), 'du', '-sB1', tree.home], {
            encoding: 'utf8'
          }).stdout
        ) ?? [];
      expect(JSON.parse(run.stdout)).toMatchObject({
        usedBytes: Number(bytes),
        complete: false,
        unreadableCount: 2,
        unreadable: [
          {
            path: 'closed',
            reason: 'EACCES',
            owner: { name: 'root', isYou: false }
          },
          { path: 'listed', reason: 'EACCES' }
        ]
      });
      expect(run.status).toBe(3);
      expect(text.stderr).toContain(
        'leap: cannot read closed: no permission, it belongs to root (EACCES)\n'
      );
    }
  );

  (canMount ? it : it.skip)(
    'B28 leaves out a folder of the same disk that is mounted inside',
    () => {
      tree.directory('shared');
      tree.directory('memory');
      const before = du(tree.home);
      const script =
        'mount --bind "$1" "$2/shared" && mount -t tmpfs none "$2/memory" && head -c 100000 /dev/zero > "$2/memory/file" && shift 2 && "$@"';

      const { stdout, status } = leap(
        ['du', '--json', tree.home],
        ['unshare', '-m', 'sh', '-c', script, 'sh', '/usr/share', tree.home]
      );

      expect(JSON.parse(stdout)).toMatchObject({
        usedBytes: before - 2 * 4096,
        excludedMounts: ['memory', 'shared'],
        complete: true
      });
      expect(status).toBe(0);
    }
  );

  it('counts a tree large enough for several threads to the byte', () => {
    const script =
      'cd "$1"; for a in $(seq 60); do mkdir -p t/$a; for b in $(seq 20); do mkdir t/$a/$b; (cd t/$a/$b; seq 20 | xargs touch; echo x > 1; ln 1 ../$b.link); done; done';
    spawnSync('sh', ['-c', script, 'sh', tree.home]);

    const runs = Array.from({ length: 5 }, () =>
      leap(['du', '--json', tree.home])
    );

    const [first] = runs;
    const fields = JSON.parse(first?.stdout ?? '') as object;
    expect(fields).toMatchObject({
      usedBytes: du(tree.home),
      files: 60 * 20 * 20 + 2,
      directories: 60 * 20 + 60 + 4
    });
    for (const { stdout } of runs) {
      expect(JSON.parse(stdout)).toEqual({
        ...fields,
        durationMs: expect.any(Number) as number
      });
    }
  });
});
