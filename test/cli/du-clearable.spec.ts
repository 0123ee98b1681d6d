import { EXIT } from '../../src/cli/context';
import { duClearable } from '../../src/cli/du-clearable';
import { KeptCli } from '../support/cli/kept-cli';
import { HomeFolder } from '../support/home/home-folder';
import { undocumented } from '../support/cli/undocumented-fields';

describe('leap du --clearable', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  const leap = async (json = false): Promise<KeptCli> => {
    const cli = new KeptCli();
    await duClearable(cli, home.path, { json });
    return cli;
  };

  it('lists caches, the largest last, with what it costs to lose them', async () => {
    await home.write({
      '.cache/pip/a': 'x'.repeat(5000),
      '.npm/_cacache/b': 'x'.repeat(50_000)
    });
    const { stdout, status } = await leap();
    expect(stdout.text).toMatch(
      /^\d+K\tpip downloads\n\t.+\n\t.+downloads them again\.\n\t\/.+\/\.cache\/pip\n.+\tnpm downloads\n/s
    );
    expect(stdout.text).toMatch(/\tsafe to clear: .+\n$/);
    expect(status).toBe(EXIT.done);
  });

  it('names folders that can be copied, also where the path ends in a slash', async () => {
    await home.write({ '.cache/pip/a': 'x' });
    const cli = new KeptCli();
    await duClearable(cli, `${home.path}/`, {});
    expect(cli.stdout.text).toContain(`\t${home.path}/.cache/pip\n`);
  });

  it('prints the same as one JSON object', async () => {
    await home.write({ '.local/share/Trash/files/a': 'x' });
    const { stdout } = await leap(true);
    expect(JSON.parse(stdout.text)).toMatchObject({
      path: home.path,
      preselectedBytes: 0,
      items: [{ id: 'trash', comesBack: false, preselected: false }]
    });
  });

  it('lists the largest alone, and still says what all of them come to', async () => {
    await home.write({
      '.cache/pip/a': 'x'.repeat(5000),
      '.npm/_cacache/b': 'x'.repeat(50_000)
    });
    const whole = new KeptCli();
    await duClearable(whole, home.path, { json: true });
    const cli = new KeptCli();
    await duClearable(cli, home.path, { json: true, top: 1 });
    const { items, ...rest } = JSON.parse(cli.stdout.text) as {
      items: unknown[];
      preselectedBytes: number;
    };
    expect(items).toMatchObject([{ id: 'npm' }]);
    expect(whole.stdout.text).toContain(
      `"preselectedBytes":${rest.preselectedBytes}`
    );
    expect(undocumented(JSON.parse(whole.stdout.text))).toEqual([]);
  });

  it('says so when there is nothing', async () => {
    expect((await leap()).stdout.text).toBe(
      'Nothing that is safe to clear was found.\n'
    );
  });

  it('shows how far it is on a terminal alone, and leaves nothing of it', async () => {
    await home.write({ '.cache/pip/a': 'x'.repeat(5000) });
    const piped = await leap();
    expect(piped.stderr.text).toBe('');
    // A search that waits for the operator's ceiling lasts long enough to be seen.
    const terminal = new KeptCli({
      isTerminal: true,
      config: { scanOperationsPerSecond: 80 }
    });
    await duClearable(terminal, home.path, {});
    expect(terminal.stderr.text).toMatch(/Looking for what is safe to clear: /);
    expect(terminal.stderr.text).toMatch(/\r\u001b\[K$/);
    expect(terminal.stdout.text).toBe(piped.stdout.text);
  });

  it('B11 sends nothing to the terminal that it would obey', async () => {
    await home.write({ 'a\u001b[31m/__pycache__/m.pyc': 'x' });
    const { stdout } = await leap();
    expect(stdout.text).toContain('/a\\u{1b}[31m/__pycache__');
    expect(stdout.text).not.toContain('\u001b');
  });
});
