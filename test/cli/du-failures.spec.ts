import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { EXIT } from '../../src/cli/context';
import { duClearable } from '../../src/cli/du-clearable';
import { KeptCli } from '../support/cli/kept-cli';
import { leapBundle } from '../support/service/leap-bundle';
import { leapConfig } from '../support/service/leap-config';
import { TreeBase } from '../support/home/scan/tree-base';

jest.setTimeout(120_000);

const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
const isRoot = process.getuid?.() === 0;

describe('leap du', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
    tree.file('notes/one', 10_000);
  });

  afterEach(() => {
    tree.remove();
  });

  /** Run a line of shell in which `"$@"` is `leap`. */
  const shell = (line: string, before: readonly string[] = []) =>
    spawnSync(
      'sh',
      ['-c', line, 'sh', ...before, process.execPath, leapBundle()],
      {
        encoding: 'utf8',
        cwd: tree.home,
        env: {
          ...process.env,
          LEAP_CONFIG: JSON.stringify(leapConfig({ homeDirectory: tree.home }))
        }
      }
    );

  it.each(['du', 'du --json', 'du --help', 'du --clearable'])(
    'B40 says in one sentence that what %s writes has no room',
    args => {
      const run = shell(`"$@" ${args} > /dev/full`);

      expect(run.stderr).toBe(
        'leap: What was asked for could not be written: no room is left on the disk (ENOSPC).\n'
      );
      expect(run.status).toBe(EXIT.failed);
    }
  );

  it.each(['du', 'du --clearable'])(
    'B11 B27 names a path that leads nowhere, with nothing that a terminal obeys, %s',
    args => {
      fs.symlinkSync('loop', tree.at('loop'));
      for (const path of ['loop/\u001b[31m', 'n'.repeat(300)]) {
        const run = shell(`"$@" ${args} '${path}'`);

        expect(run).toMatchObject({ status: EXIT.failed, stdout: '' });
        expect(run.stderr).toContain(`${path.replace('\u001b', '\\u{1b}')}: `);
        expect(run.stderr).not.toContain('\u001b');
        expect(run.stderr).not.toContain('stat');
        expect(run.stderr).not.toContain('home');
      }
    }
  );

  (isRoot ? it : it.skip).each(['du', 'du --clearable'])(
    'B24 says of a place behind a closed folder that it may not be read, %s',
    args => {
      tree.directory('closed/inner');
      fs.chmodSync(tree.at('closed'), 0o700);

      const run = shell(`"$@" ${args} closed/inner`, NOBODY);

      expect(run).toMatchObject({ status: EXIT.failed, stdout: '' });
      expect(run.stderr).toMatch(
        /^leap: closed\/inner: You may not read this directory\.\n$/
      );
    }
  );

  (isRoot ? it : it.skip).each([0o700, 0o711, 0o744])(
    'B24 says of a closed folder itself which one may not be searched, mode %o',
    mode => {
      tree.file('closed/inner/__pycache__/m.pyc');
      fs.chmodSync(tree.at('closed'), mode);

      const run = shell('"$@" du --clearable closed', NOBODY);

      expect(run.stdout).not.toContain('Nothing');
      expect(run.stderr).toMatch(
        /^leap: closed: You may not read this directory\.\n$/
      );
      expect(run.status).toBe(EXIT.failed);
    }
  );

  (isRoot ? it : it.skip)(
    'B24 never says that nothing is safe to clear where it could not look',
    () => {
      tree.file('closed/inner/__pycache__/m.pyc');
      fs.chmodSync(tree.at('closed'), 0o700);

      const run = shell('"$@" du --clearable', NOBODY);

      expect(run.status).toBe(EXIT.partial);
      expect(run.stderr).toBe(
        'leap: a part could not be searched, so there may be more\n'
      );
    }
  );

  it('says nothing of parts that could not be searched where all could be', async () => {
    const cli = new KeptCli();

    await duClearable(cli, tree.home, {});

    expect(cli).toMatchObject({ status: EXIT.done, stderr: { text: '' } });
  });
});
