import { execFileSync } from 'node:child_process';
import { symlink, truncate, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImagePackages } from '../../../src/contract';
import { findEnvironment } from '../../../src/service/image/environment';
import {
  readPackages,
  userDirectoryOf
} from '../../../src/service/image/packages';
import {
  PythonEnvironmentFixture,
  SITE_PACKAGES
} from '../../support/image/python-environment';

const SELF = { proc: '/proc', dev: '/dev', pid: 0 };

describe('readPackages', () => {
  let python: PythonEnvironmentFixture;

  beforeEach(async () => {
    python = await PythonEnvironmentFixture.create();
    await python.conda('python', '3.12.11');
  });

  afterEach(() => python.remove());

  async function read(
    home = '/home/x',
    userDirectory: string | null = null
  ): Promise<ImagePackages> {
    const env = { NB_PYTHON_PREFIX: python.prefix };
    const environment = await findEnvironment({ env, ...SELF });
    return readPackages(environment, home, userDirectory);
  }

  it('lists what conda and what pip installed, by name', async () => {
    await python.conda('xarray', '2026.5.0');
    await python.conda('_openmp_mutex', '4.5');
    await python.pip('cmocean', '4.1');
    await python.pip('zarr', '3.2.0', 'uv');

    expect(await read()).toEqual({
      packages: [
        ['_openmp_mutex', '4.5', 'conda'],
        ['cmocean', '4.1', 'pip'],
        ['python', '3.12.11', 'conda'],
        ['xarray', '2026.5.0', 'conda'],
        ['zarr', '3.2.0', 'pip']
      ].map(([name, version, source]) => ({
        name,
        version,
        source,
        inHome: false,
        installedAt: expect.any(String) as string
      })),
      unreadableCount: 0
    });
  });

  it('lists a package once that both conda and Python keep a record of', async () => {
    await python.conda('typing_extensions', '4.12.2');
    await python.pip('typing-extensions', '4.12.2', 'conda');
    await python.conda('matplotlib-base', '3.9.2');
    await python.pip('matplotlib', '3.9.2', 'conda');

    const { packages } = await read();

    expect(packages.map(({ name }) => name)).toEqual([
      'matplotlib-base',
      'python',
      'typing_extensions'
    ]);
  });

  it('shows the version that pip put in place of one of conda’s', async () => {
    await python.conda('zarr', '2.18.0');
    await python.pip('zarr', '3.2.0');

    expect((await read()).packages).toContainEqual(
      expect.objectContaining({ name: 'zarr', version: '3.2.0', source: 'pip' })
    );
  });

  it('reads the metadata of the ages before wheels', async () => {
    const head = 'Metadata-Version: 1.0\r\nName: Old_Egg\r\nVersion: 1.0\r\n';
    await python.write(`${SITE_PACKAGES}/a-1.0-py3.12.egg-info`, head);
    await python.write(
      `${SITE_PACKAGES}/b.egg-info/PKG-INFO`,
      'Name: b\nVersion: 2\n'
    );
    await python.write(
      `${SITE_PACKAGES}/c-3-py3.12.egg/EGG-INFO/PKG-INFO`,
      'Name: c\nVersion: 3\n'
    );

    const { packages, unreadableCount } = await read();

    expect(packages.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'b 2',
      'c 3',
      'Old_Egg 1.0',
      'python 3.12.11'
    ]);
    expect(unreadableCount).toBe(0);
  });

  it('leaves out and counts records that are broken, enormous or no files', async () => {
    await python.pip('good', '1.0');
    await python.conda('cut', '1.0', '{"name": "cut", "ver');
    await python.conda('empty', '1.0', '');
    await python.write('conda-meta/no-version.json', '{}');
    await python.write('conda-meta/$(rm -x)-1.0-0.json', '{}');
    await python.write(`${SITE_PACKAGES}/~alf-1.0.dist-info/RECORD`, '');
    await python.pip('bad name', '1.0');
    await python.pip('huge', '1.0');
    const huge = join(
      python.prefix,
      SITE_PACKAGES,
      'huge-1.0.dist-info/METADATA'
    );
    await truncate(huge, 1 << 30);
    await python.write(
      `${SITE_PACKAGES}/long-1.dist-info/METADATA`,
      `Summary: ${'x'.repeat(10_000)}\nName: long\nVersion: 1\n`
    );
    await python.write(`${SITE_PACKAGES}/pipe-1.0.dist-info/INSTALLER`, '');
    execFileSync('mkfifo', [
      join(python.prefix, SITE_PACKAGES, 'pipe-1.0.dist-info/METADATA')
    ]);

    const { packages, unreadableCount } = await read();

    expect(packages.map(({ name }) => name)).toEqual(['good', 'python']);
    expect(unreadableCount).toBe(9);
  });

  it('marks packages in the home, which outlive the server', async () => {
    const packages = join(python.prefix, 'user');
    await python.pip('mine', '1.0', 'pip', 'user');

    expect((await read('/home/x', packages)).packages).toContainEqual(
      expect.objectContaining({ name: 'mine', inHome: true })
    );
  });

  it('takes a whole environment in the home as kept, but not one in a sibling of it', async () => {
    expect((await read(join(python.prefix, '..'))).packages[0]?.inHome).toBe(
      true
    );
    expect((await read(python.prefix.slice(0, -1))).packages[0]?.inHome).toBe(
      false
    );
  });

  it('says when a package was installed, not when it was made', async () => {
    const made = new Date('2020-01-01T00:00:00Z');
    const installed = new Date('2026-11-23T10:00:00Z');
    const record = await python.conda('xgcm', '0.9');
    await utimes(record, installed, installed);
    await python.pip('cmocean', '4.1');
    const place = join(python.prefix, SITE_PACKAGES, 'cmocean-4.1.dist-info');
    await utimes(join(place, 'METADATA'), made, made);
    await utimes(place, installed, installed);

    const { packages } = await read();

    for (const name of ['cmocean', 'xgcm']) {
      expect(packages.find(each => each.name === name)?.installedAt).toBe(
        installed.toISOString()
      );
    }
  });

  it('reads only the library of the Python that runs', async () => {
    await python.pip('old', '1.0', 'pip', 'lib/python3.11/site-packages');
    await python.pip('new', '1.0');

    const { packages } = await read();

    expect(packages.map(({ name }) => name)).toEqual(['new', 'python']);
  });

  it('counts a directory that cannot be read', async () => {
    const place = await python.write('lib/python3.12/README', '');
    const packages = join(place, '..', 'site-packages');
    await symlink(packages, packages);

    expect((await read()).unreadableCount).toBe(1);
  });

  it('fails when there is no environment, rather than list nothing', async () => {
    await expect(readPackages(null, '/home/x', null)).rejects.toMatchObject({
      code: 'not-found'
    });
  });

  it('agrees with Python’s own importlib.metadata on a real environment', async () => {
    const script =
      'import json, sys; from importlib.metadata import distributions; ' +
      'print(json.dumps([sys.prefix, sorted({(d.name, d.version) for d in distributions()})]))';
    const [prefix, expected] = JSON.parse(
      execFileSync('python3', ['-I', '-c', script], { encoding: 'utf8' })
    ) as [string, [string, string][]];
    const env = { NB_PYTHON_PREFIX: prefix };
    const environment = await findEnvironment({ env, ...SELF });

    const { packages } = await readPackages(environment, '/home/x', null);

    expect(
      packages.map(({ name, version }) => `${name} ${version}`).sort()
    ).toEqual(expected.map(pair => pair.join(' ')).sort());
  });
});

describe('userDirectoryOf', () => {
  const environment = { prefix: '/e', version: '3.12.1', isIsolated: false };

  it('is below the home, or where the environment says', () => {
    expect(userDirectoryOf(environment, { HOME: '/home/x' })).toBe(
      '/home/x/.local/lib/python3.12/site-packages'
    );
    expect(userDirectoryOf(environment, { PYTHONUSERBASE: '/u' })).toBe(
      '/u/lib/python3.12/site-packages'
    );
  });

  it('is none where Python does not look', () => {
    const home = { HOME: '/home/x' };

    expect(
      userDirectoryOf(environment, { ...home, PYTHONNOUSERSITE: '1' })
    ).toBeNull();
    expect(
      userDirectoryOf({ ...environment, isIsolated: true }, home)
    ).toBeNull();
    expect(userDirectoryOf({ ...environment, version: null }, home)).toBeNull();
    expect(userDirectoryOf(null, home)).toBeNull();
  });
});
