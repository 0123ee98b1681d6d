// Listing 600 installed packages: ours against Python's own library and against `pip list`, in the same run.
import { spawnSync } from 'node:child_process';
import { readPackages } from '../../src/service/image/packages';
import { findEnvironment } from '../../src/service/image/environment';
import { leapBundle } from '../../test/support/service/leap-bundle';
import { leapConfig } from '../../test/support/service/leap-config';
import {
  PythonEnvironmentFixture,
  SITE_PACKAGES
} from '../../test/support/image/python-environment';

const PACKAGES = 600;

/** As in Pangeo's images: two thirds are conda's, whose records name all their files. */
const CONDA_SHARE = 2 / 3;
const ROUNDS = 9;
const FILES = Array.from(
  { length: 400 },
  (_, index) => `lib/python3.12/site-packages/some/module/file_${index}.py`
);
const MANUAL = 'What the package is for, in many words.\n'.repeat(250);

/** What `importlib.metadata` needs for the same list, without the start of Python. */
const PEER = `
import importlib.metadata, sys, time
start = time.perf_counter()
found = [(d.metadata["Name"], d.version) for d in importlib.metadata.distributions(path=[sys.argv[1]])]
print(len(found), time.perf_counter() - start)
`;

async function plant(): Promise<PythonEnvironmentFixture> {
  const python = await PythonEnvironmentFixture.create();
  await python.conda('python', '3.12.11');
  for (let index = 0; index < PACKAGES; index += 1) {
    const name = `package_${index}`;
    const isConda = index < PACKAGES * CONDA_SHARE;
    if (isConda) {
      const record = JSON.stringify({ files: FILES, name, version: '1.0' });
      await python.conda(name, '1.0', record);
    }
    await python.pip(name, '1.0', isConda ? 'conda' : 'pip');
    await python.write(
      `${SITE_PACKAGES}/${name}-1.0.dist-info/METADATA`,
      `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n\n${MANUAL}`
    );
  }
  return python;
}

async function ownMs(prefix: string): Promise<number> {
  const startedMs = performance.now();
  const place = { proc: '/nowhere', pid: 1, env: { NB_PYTHON_PREFIX: prefix } };
  const environment = await findEnvironment(place);
  const { packages } = await readPackages(environment, '/home/x', null);
  check(packages.length - 1);
  return performance.now() - startedMs;
}

function libraryMs(site: string): number {
  const { stdout } = run('python3', ['-I', '-c', PEER, site]);
  const [count, seconds] = stdout.trim().split(' ').map(Number);
  check(count ?? 0);
  return (seconds ?? NaN) * 1000;
}

function commandMs(program: string, args: readonly string[], env = {}): number {
  const startedMs = performance.now();
  const { stdout } = run(program, args, env);
  check(stdout.split('\n').filter(line => /^package_/.test(line)).length);
  return performance.now() - startedMs;
}

function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {}
): { stdout: string } {
  return spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, ...env }
  });
}

/** A figure for another list than the whole one would say nothing. */
function check(count: number): void {
  if (count !== PACKAGES) {
    throw new Error(`Listed ${count} packages of ${PACKAGES}.`);
  }
}

function median(values: readonly number[]): number {
  return (
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
  );
}

async function main(): Promise<void> {
  const python = await plant();
  const site = `${python.prefix}/${SITE_PACKAGES}`;
  const env = {
    NB_PYTHON_PREFIX: python.prefix,
    LEAP_CONFIG: JSON.stringify(leapConfig())
  };
  const pip = ['-m', 'pip', 'list', '--format', 'freeze', '--path', site];
  const [own, library, leap, pipList]: number[][] = [[], [], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    own?.push(await ownMs(python.prefix));
    library?.push(libraryMs(site));
    const command = [leapBundle(), 'image', 'packages'];
    leap?.push(commandMs(process.execPath, command, env));
    pipList?.push(commandMs('python3', pip));
  }
  await python.remove();
  const [a, b, c, d] = [own, library, leap, pipList].map(each =>
    median(each ?? [])
  );
  const show = (name: string, ms = NaN, peer = NaN): void => {
    console.log(
      `${name.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms  ratio ${(ms / peer).toFixed(3)}`
    );
  };
  console.log(`${PACKAGES} packages, medians of ${ROUNDS} interleaved rounds`);
  show('the reading alone', a, b);
  show('  importlib.metadata', b, b);
  show('`leap image packages`, all of it', c, d);
  show('  `pip list`, all of it', d, d);
}

void main();
