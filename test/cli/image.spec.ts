import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { EXIT, type ExitStatus } from '../../src/cli/context';
import { addImage } from '../../src/cli/image';
import type { Config } from '../../src/service/config';
import { KeptCli } from '../support/cli/kept-cli';
import { PythonEnvironmentFixture } from '../support/image/python-environment';

interface IOutcome {
  out: string;
  err: string;
  status: ExitStatus;
}

async function leap(
  args: string[],
  env: Record<string, string>,
  config: Partial<Config> = {}
): Promise<IOutcome> {
  const cli = new KeptCli({ env, config });
  const program = new Command('leap').exitOverride();
  addImage(program, cli);
  await program.parseAsync(args, { from: 'user' });
  return { out: cli.stdout.text, err: cli.stderr.text, status: cli.status };
}

describe('leap image', () => {
  it('prints every part of the spec with --json', async () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const { out, status } = await leap(['image', '--json'], {
      JUPYTER_IMAGE_SPEC: `quay.io/pangeo/ml-notebook:2026.06.04@${digest}`
    });

    expect(JSON.parse(out)).toMatchObject({
      spec: `quay.io/pangeo/ml-notebook:2026.06.04@${digest}`,
      registry: 'quay.io',
      repository: 'pangeo/ml-notebook',
      name: 'ml-notebook',
      tag: '2026.06.04',
      digest,
      pinned: 'digest',
      problem: null
    });
    expect(status).toBe(EXIT.done);
  });

  it('says in words what the tag means', async () => {
    const { out } = await leap(['image'], {
      JUPYTER_IMAGE_SPEC: 'pangeo/pangeo-notebook:2026.06.04'
    });

    expect(out).toContain('pangeo-notebook 2026.06.04\n');
    expect(out).toContain('A tag can be moved');
    expect(out).toContain('/2026.06.04/pangeo-notebook/packages.txt\n');
  });

  it.each([
    ['o/i', 'No tag'],
    ['o/i:latest', 'This tag moves'],
    ['us-central1-docker.pkg.dev/a/b/c:1', 'Only this hub can pull it']
  ])('says of %s: %s', async (spec, words) => {
    expect((await leap(['image'], { JUPYTER_IMAGE_SPEC: spec })).out).toContain(
      words
    );
  });

  it('B47 ends with 3 when nothing names the image', async () => {
    const missing = await leap(['image', '--json'], {});

    expect(JSON.parse(missing.out)).toMatchObject({
      spec: null,
      registry: null,
      name: null,
      pinned: 'unknown'
    });
    expect(missing.status).toBe(EXIT.partial);
    expect((await leap(['image'], {})).out).toContain('did not say');
  });

  it('B50 lets no spec command the terminal', async () => {
    const spec = 'o/i:1\n\u001b]0;owned\u0007\u202e\u009b31m\u{e0041}';
    const text = await leap(['image'], { JUPYTER_IMAGE_SPEC: spec });
    const json = await leap(['image', '--json'], { JUPYTER_IMAGE_SPEC: spec });

    expect(text.out).toContain(
      'o/i:1\\u{a}\\u{1b}]0;owned\\u{7}\\u{202e}\\u{9b}31m'
    );
    for (const { out } of [text, json]) {
      expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
    expect(JSON.parse(json.out)).toMatchObject({ spec });
    expect(json.status).toBe(EXIT.partial);
  });
});

describe('leap image packages', () => {
  let python: PythonEnvironmentFixture;

  beforeEach(async () => {
    python = await PythonEnvironmentFixture.create();
    await python.conda('python', '3.12.11');
    await python.pip('cmocean', '4.1');
  });

  afterEach(() => python.remove());

  it('prints the lines of a requirements file', async () => {
    expect(
      await leap(['image', 'packages'], { NB_PYTHON_PREFIX: python.prefix })
    ).toEqual({
      out: 'cmocean==4.1\npython==3.12.11\n',
      err: '',
      status: EXIT.done
    });
  });

  it('prints name, version and source with --json', async () => {
    const { out } = await leap(['image', 'packages', '--json'], {
      NB_PYTHON_PREFIX: python.prefix
    });

    expect(JSON.parse(out)).toEqual({
      packages: [
        {
          name: 'cmocean',
          version: '4.1',
          source: 'pip',
          inHome: false,
          installedAt: expect.any(String) as string
        },
        expect.objectContaining({ name: 'python', source: 'conda' })
      ],
      unreadableCount: 0
    });
  });

  it('ends with 3 and says how many records it left out', async () => {
    await python.conda('broken', '1.0', '{');

    expect(
      await leap(['image', 'packages'], { NB_PYTHON_PREFIX: python.prefix })
    ).toMatchObject({
      err: 'leap: records that cannot be read and are left out: 1\n',
      status: EXIT.partial
    });
  });

  it('fails with a sentence when there is no Python', async () => {
    await expect(
      leap(['image', 'packages'], { PATH: '/nowhere' })
    ).rejects.toThrow(/No Python environment/);
  });
});

describe('leap image added', () => {
  let python: PythonEnvironmentFixture;
  let cacheDirectory: string;

  beforeEach(async () => {
    python = await PythonEnvironmentFixture.create();
    await python.pip('cmocean', '4.1');
    cacheDirectory = await mkdtemp(join(tmpdir(), 'leap-cache-'));
  });

  afterEach(async () => {
    await python.remove();
    await rm(cacheDirectory, { recursive: true });
  });

  // On a hub the server starts with the container's first process, long before these packages.
  const hub = { JUPYTERHUB_SERVICE_PREFIX: '/user/x/' };

  it('lists what goes, and says so beside the list', async () => {
    const { out, err, status } = await leap(
      ['image', 'added'],
      { ...hub, NB_PYTHON_PREFIX: python.prefix },
      { packagesUrl: null, cacheDirectory }
    );

    expect(out).toBe('cmocean==4.1\n');
    expect(err).toMatch(/gone when this server stops: 1\. Compared with what/);
    expect(status).toBe(EXIT.done);
  });

  it('prints one JSON object with --json', async () => {
    const { out, err } = await leap(
      ['image', 'added', '--json'],
      { ...hub, NB_PYTHON_PREFIX: python.prefix },
      { packagesUrl: null, cacheDirectory }
    );

    expect(JSON.parse(out)).toMatchObject({
      packages: [
        { name: 'cmocean', version: '4.1', source: 'pip', before: null }
      ],
      comparedWith: 'snapshot',
      problem: 'No list of packages is known for this image.'
    });
    expect(err).toBe('');
  });
});
