import { Command } from 'commander';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EXIT } from '../../src/cli/context';
import { addToken } from '../../src/cli/token';
import { tokenLines } from '../../src/lab/panels/server/access/token-text';
import { KeptCli } from '../support/cli/kept-cli';
import { startEmulator, type Emulator } from '../support/gcs/emulator';
import { IdentityServer } from '../support/google/identity-server';

const FOLDER = 'gs://leap-persistent/ann/';

describe('leap token', () => {
  let gcs: Emulator;
  let google: IdentityServer;
  let cacheDirectory: string;

  beforeEach(async () => {
    gcs = await startEmulator();
    google = await IdentityServer.start(gcs);
    cacheDirectory = await mkdtemp(join(tmpdir(), 'leap-token-'));
    gcs.createBucket('leap-persistent');
    gcs.put('leap-persistent', 'ann/sst.nc', 'mine');
    gcs.put('leap-persistent', 'bob/sst.nc', 'his');
  });

  afterEach(async () => {
    await google.stop();
    await gcs.close();
    await rm(cacheDirectory, { recursive: true });
  });

  async function leap(args: string[], isTerminal = false): Promise<KeptCli> {
    const cli = new KeptCli({
      config: {
        storageEndpoint: gcs.url,
        tokenExchangeUrl: google.exchangeUrl,
        tokenInfoUrl: google.infoUrl,
        cacheDirectory,
        buckets: [
          {
            name: 'leap-persistent',
            title: 'Persistent',
            access: 'own-folder',
            deleteAfterDays: null,
            ownFolderVariable: null
          }
        ]
      },
      env: { JUPYTERHUB_USER: 'ann', GCE_METADATA_HOST: google.host }
    });
    Object.assign(cli.stdout, { isTTY: isTerminal });
    const program = new Command('leap').exitOverride();
    addToken(program, cli);
    await program.parseAsync(['token', ...args], { from: 'user' });
    return cli;
  }

  it('prints the token alone, and beside it what it can do', async () => {
    const { stdout, stderr, status } = await leap([FOLDER]);

    expect(stdout.text).toBe(`${google.tokens.at(-1) ?? ''}\n`);
    expect(stderr.text).toContain(`can read ${FOLDER} and nothing else`);
    expect(stderr.text).toContain('ends in 59 min');
    expect(status).toBe(EXIT.done);
  });

  it('prints one object with --json', async () => {
    const { stdout } = await leap([FOLDER, '--json', '--write']);

    expect(JSON.parse(stdout.text)).toEqual({
      url: FOLDER,
      access: 'write',
      reach: 'folder',
      expiresAt: expect.stringMatching(/Z$/) as string,
      token: google.tokens.at(-1)
    });
  });

  it('does not print to a screen unless asked to', async () => {
    const { stdout, stderr, status } = await leap([FOLDER], true);
    expect([stdout.text, status]).toEqual(['', EXIT.usage]);
    expect(stderr.text).toContain('--show');
    expect(google.tokens).toEqual([]);

    const shown = await leap([FOLDER, '--show'], true);
    expect(shown.stdout.text).toContain('ya29.');
  });

  it('gives more than asked for only to who says so', async () => {
    gcs.store.bucket('leap-persistent').options = { uniformAccess: false };
    await expect(leap([FOLDER])).rejects.toThrow(
      /all members.*--at-most read-everything/
    );

    const wide = await leap([FOLDER, '--at-most', 'read-everything']);
    expect(wide.stderr.text).toContain('cannot write');
    expect((await leap([FOLDER, '--at-most', 'x'])).status).toBe(EXIT.usage);
  });

  it('works with curl as the ready line has it, and cannot write', async () => {
    const { stdout } = await leap([FOLDER]);
    const file = join(cacheDirectory, 'FILE');
    await writeFile(file, 'new');

    const listed = await run('read', stdout.text);
    expect(listed.stdout).toContain('ann/sst.nc');
    expect(listed.stdout).not.toContain('bob');

    const refused = await run('write', stdout.text);
    expect(refused.stderr).toContain('403');

    const writer = await leap([FOLDER, '--write']);
    await run('write', writer.stdout.text);
    expect(await names()).toContain('ann/FILE');
  });

  it('T14 keeps no token in the files it leaves', async () => {
    await leap([FOLDER]);
    const kept = await readdir(cacheDirectory);
    const texts = await Promise.all(
      kept.map(name => readFile(join(cacheDirectory, name), 'utf8'))
    );

    expect(texts).toHaveLength(1);
    for (const token of google.tokens) {
      expect(texts.join()).not.toContain(token);
    }
  });

  /** The line for curl, on this machine's emulator. */
  async function run(
    access: 'read' | 'write',
    token: string
  ): Promise<{ stdout: string; stderr: string }> {
    const wish = { bucket: 'leap-persistent', prefix: 'ann/', access };
    const untranslated = { __: (text: string) => text } as never;
    const line = tokenLines(wish, untranslated).at(-1)?.code ?? '';
    const code = line.replace('https://storage.googleapis.com', gcs.url);
    const options = {
      cwd: cacheDirectory,
      env: { ...process.env, LEAP_TOKEN: token.trim() }
    };
    return promisify(execFile)('bash', ['-c', code], options).catch(
      (reason: unknown) => reason as { stdout: string; stderr: string }
    );
  }

  async function names(): Promise<string> {
    const { tokens } = google;
    const response = await fetch(
      `${gcs.url}/storage/v1/b/leap-persistent/o?prefix=ann/`,
      { headers: { Authorization: `Bearer ${tokens.at(-1) ?? ''}` } }
    );
    return response.text();
  }
});
