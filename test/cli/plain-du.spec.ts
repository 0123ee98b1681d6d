import fc from 'fast-check';
import { Command } from 'commander';
import { addDu } from '../../src/cli/du';
import { plainDu, type IPlainDu } from '../../src/cli/plain-du';
import { KeptCli } from '../support/cli/kept-cli';

const WORDS = [
  ...['--depth', '-d', '--depth=2', '-d3', '--top', '-t', '-t5', '--top=0'],
  ...['--json', '--apparent', '--json=yes', '--no-json', '--', '-', '--dep'],
  ...['--concurrency', '--concurrency=8', '--concurrency=0', '--help', '-h'],
  ...['--clearable', '--billing-project=p', '0', '7', '-1', '1e3', '', 'x'],
  ...['/home/ann', 'gs://bucket/x', 'GS://bucket', '9'.repeat(10), '-dt', '-z']
];

/** What `leap du` understands by its whole list of options; null: not a directory, or nothing that it understands. */
async function understood(args: readonly string[]): Promise<IPlainDu | null> {
  const home = '/the/home';
  const cli = new KeptCli({ config: { homeDirectory: home } });
  const program = new Command('leap')
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  let plain: IPlainDu | null = null;
  addDu(program, cli, {
    home: (_, path, options) => {
      plain = { path: path === home ? undefined : path, options };
      return Promise.resolve();
    },
    bucket: () => Promise.resolve(),
    clearable: () => Promise.resolve()
  });
  try {
    await program.parseAsync(['du', ...args], { from: 'user' });
  } catch {
    return null;
  }
  return plain;
}

describe('the short way into leap du', () => {
  it('understands what it is mostly asked for', () => {
    expect(plainDu([])).toMatchObject({ path: undefined });
    expect(plainDu(['--depth', '0', '/home'])).toEqual({
      path: '/home',
      options: { depth: 0 }
    });
    expect(plainDu(['-t5', '-d', '2', '--json'])).toEqual({
      path: undefined,
      options: { depth: 2, top: 5, json: true }
    });
  });

  it.each([
    [['gs://bucket/folder']],
    [['--clearable']],
    [['--help']],
    [['--depth', 'two']],
    [['--depth', '-1']],
    [['--concurrency', '0']],
    [['one', 'two']]
  ])('leaves %j to the whole program', args => {
    expect(plainDu(args)).toBeNull();
  });

  it('understands nothing otherwise than the whole program', async () => {
    const some = fc.array(fc.constantFrom(...WORDS), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(some, async args => {
        const plain = plainDu(args);
        const whole = await understood(args);

        expect(plain ?? whole).toEqual(whole);
      }),
      { numRuns: 1000 }
    );
  });
});
