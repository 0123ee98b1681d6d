import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEnvironment } from '../../../src/service/image/environment';
import {
  PythonEnvironmentFixture,
  SITE_PACKAGES
} from '../../support/image/python-environment';

describe('findEnvironment', () => {
  let python: PythonEnvironmentFixture;
  let proc: string;

  beforeEach(async () => {
    python = await PythonEnvironmentFixture.create();
    proc = await mkdtemp(join(tmpdir(), 'leap-proc-'));
  });

  afterEach(async () => {
    await python.remove();
    await rm(proc, { recursive: true });
  });

  function find(
    env: Record<string, string>
  ): ReturnType<typeof findEnvironment> {
    return findEnvironment({ env, proc, pid: 7 });
  }

  it("reads Python's version from conda's record", async () => {
    await python.conda('python', '3.12.11');
    await python.conda('python-dateutil', '2.9.0');
    await python.write('conda-meta/history', '');

    expect(await find({ NB_PYTHON_PREFIX: python.prefix })).toEqual({
      prefix: python.prefix,
      version: '3.12.11',
      isIsolated: false
    });
  });

  it.each([
    ['home = /usr/bin\nversion = 3.11.7\n', '3.11.7', true],
    ['version_info = 3.13.0.final.0\n', '3.13.0', true],
    [
      'include-system-site-packages = true\nversion_info = 3.10.2\n',
      '3.10.2',
      false
    ]
  ])('reads it from %j', async (text, version, isIsolated) => {
    await python.write('pyvenv.cfg', text);

    expect(await find({ VIRTUAL_ENV: python.prefix })).toMatchObject({
      version,
      isIsolated
    });
  });

  it('falls back to the name of the library, and to nothing', async () => {
    expect(await find({ CONDA_PREFIX: python.prefix })).toMatchObject({
      version: null
    });

    await python.write(`${SITE_PACKAGES}/x.py`, '');
    expect(await find({ CONDA_PREFIX: python.prefix })).toMatchObject({
      version: '3.12'
    });
  });

  it('prefers the Python that the Jupyter server above runs on to the activated one', async () => {
    const activated = await PythonEnvironmentFixture.create();
    await mkdir(join(proc, '7'));
    await writeFile(join(proc, '7', 'stat'), '7 (p) S 0 0');
    await writeFile(
      join(proc, '7', 'cmdline'),
      `${python.prefix}/bin/python3\0-m\0jupyterlab\0`
    );

    expect(await find({ CONDA_PREFIX: activated.prefix })).toMatchObject({
      prefix: python.prefix
    });
    await activated.remove();
  });

  it('finds Python on PATH last', async () => {
    const path = `relative/bin:/nowhere/bin:${python.prefix}/bin`;

    expect(await find({ PATH: path, CONDA_PREFIX: '/nowhere' })).toMatchObject({
      prefix: python.prefix
    });
  });

  it('says so when there is none', async () => {
    expect(await find({ PATH: '/nowhere/bin' })).toBeNull();
    expect(await find({})).toBeNull();
  });
});
