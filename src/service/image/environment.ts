import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, delimiter, dirname, isAbsolute, join } from 'node:path';
import { findJupyterServer } from './processes';

/**
 * The Python environment that a server runs in.
 */
export interface IPythonEnvironment {
  /** `sys.prefix`: the directory above `bin/`. */
  readonly prefix: string;
  /** `3.12.11`, or `3.12` when only that is known; null when nothing says. */
  readonly version: string | null;
  /** True: a virtual environment that keeps to itself, where packages in the user's home are not imported. */
  readonly isIsolated: boolean;
}

/**
 * Find the environment without starting Python: what the image names, then what the Jupyter server above
 * this process runs on, then what this process was activated in.
 *
 * @returns null when there is none.
 */
export async function findEnvironment(options: {
  env: Readonly<Record<string, string | undefined>>;
  proc: string;
  pid: number;
}): Promise<IPythonEnvironment | null> {
  const { env, proc, pid } = options;
  const server = await findJupyterServer(proc, pid);
  const candidates = [
    env['NB_PYTHON_PREFIX'],
    prefixOf(server?.args[0]),
    env['VIRTUAL_ENV'],
    env['CONDA_PREFIX'],
    ...(env['PATH'] ?? '')
      .split(delimiter)
      .filter(directory => basename(directory) === 'bin')
      .map(dirname)
  ];
  for (const prefix of candidates) {
    if (prefix && isAbsolute(prefix) && (await hasPython(prefix))) {
      const config = await virtualConfig(prefix);
      return {
        prefix,
        version: await pythonVersion(prefix),
        isIsolated:
          config !== null &&
          !/^include-system-site-packages *= *true/im.test(config)
      };
    }
  }
  return null;
}

/**
 * The version of an environment's Python from what its installer wrote down: conda's record, `pyvenv.cfg`, or
 * else the name of its library directory.
 */
async function pythonVersion(prefix: string): Promise<string | null> {
  for (const name of await names(join(prefix, 'conda-meta'))) {
    const version = /^python-(\d+\.\d+[^-]*)-[^-]+\.json$/.exec(name)?.[1];
    if (version) {
      return version;
    }
  }
  const config = await virtualConfig(prefix);
  // venv writes `version`, virtualenv and uv `version_info`, some with `.final.0` behind.
  const version = /^version(?:_info)? *= *(\d+\.\d+(?:\.\d+)?)/m.exec(
    config ?? ''
  )?.[1];
  return version ?? (await libraryVersions(prefix))[0] ?? null;
}

/**
 * The directories that Python imports an environment's packages from; not all of them need to exist.
 */
export async function packageDirectories(
  environment: IPythonEnvironment
): Promise<string[]> {
  const { prefix, version } = environment;
  const all = await libraryVersions(prefix);
  // Left-over libraries of an older Python are not imported from.
  const own = all.filter(
    minor => version === minor || version?.startsWith(`${minor}.`)
  );
  const directories = (own.length > 0 ? own : all).flatMap(minor => [
    join(prefix, 'lib', `python${minor}`, 'site-packages'),
    join(prefix, 'lib', `python${minor}`, 'dist-packages')
  ]);
  // Debian keeps one directory for all versions.
  return [...directories, join(prefix, 'lib', 'python3', 'dist-packages')];
}

async function libraryVersions(prefix: string): Promise<string[]> {
  const found = await names(join(prefix, 'lib'));
  return found
    .map(name => /^python(3\.\d+)$/.exec(name)?.[1])
    .filter(version => version !== undefined)
    .sort((a, b) => Number(b.slice(2)) - Number(a.slice(2)));
}

/** `/srv/conda/envs/notebook` for `/srv/conda/envs/notebook/bin/python3.12`. */
function prefixOf(program: string | undefined): string | undefined {
  return program && isAbsolute(program) ? dirname(dirname(program)) : undefined;
}

/** What venv wrote down about an environment; null when it is no virtual one. */
async function virtualConfig(prefix: string): Promise<string | null> {
  return readFile(join(prefix, 'pyvenv.cfg'), 'utf8').catch(() => null);
}

async function hasPython(prefix: string): Promise<boolean> {
  try {
    return (await stat(join(prefix, 'bin', 'python3'))).isFile();
  } catch {
    return false;
  }
}

/** What is not there or may not be read holds no names. */
async function names(directory: string): Promise<string[]> {
  return readdir(directory).catch(() => []);
}
