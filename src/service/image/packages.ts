import { join } from 'node:path';
import {
  LeapError,
  type ImagePackages,
  type InstalledPackage
} from '../../contract';
import { readCondaRecords, type INamedVersion } from './conda-records';
import { packageDirectories, type IPythonEnvironment } from './environment';
import { normalName } from './package-name';
import { readPythonMetadata } from './python-metadata';

/**
 * All packages of an environment, from conda's records and Python's own metadata. Nothing is started.
 *
 * Where pip replaced a package of conda's, the version that Python imports counts. Records that cannot be read
 * are left out and counted.
 *
 * @param homeDirectory - What lies in it outlives the server.
 * @param userDirectory - Where `pip install --user` puts packages; null when this Python does not look there.
 * @throws LeapError `not-found` when there is no environment.
 */
export async function readPackages(
  environment: IPythonEnvironment | null,
  homeDirectory: string,
  userDirectory: string | null
): Promise<ImagePackages> {
  if (environment === null) {
    throw new LeapError(
      'not-found',
      'No Python environment was found for this server, so its packages cannot be listed.'
    );
  }
  const conda = await readCondaRecords(environment.prefix);
  const condaVersions = new Map(
    conda.packages.map(({ name, version }) => [normalName(name), version])
  );
  const directories = await packageDirectories(environment);
  const [own, user] = await Promise.all([
    Promise.all(
      directories.map(directory => readPythonMetadata(directory, condaVersions))
    ),
    userDirectory === null ? null : readPythonMetadata(userDirectory, new Map())
  ]);
  const inHome = isBelow(environment.prefix, homeDirectory);
  const packages = [
    ...merged(
      conda.packages,
      own.flatMap(records => records.packages),
      inHome
    ),
    ...described(user?.packages ?? [], 'pip', true)
  ];
  const unreadable = [conda, ...own, ...(user === null ? [] : [user])];
  return {
    packages: packages.sort(byName),
    unreadableCount: unreadable.reduce(
      (sum, records) => sum + records.unreadableCount,
      0
    )
  };
}

/**
 * Where `pip install --user` puts packages for an environment; null when its Python does not look there.
 */
export function userDirectoryOf(
  environment: IPythonEnvironment | null,
  env: Readonly<Record<string, string | undefined>>
): string | null {
  const minor = /^3\.\d+/.exec(environment?.version ?? '')?.[0];
  const base =
    env['PYTHONUSERBASE'] ?? (env['HOME'] && join(env['HOME'], '.local'));
  const isUsed = !environment?.isIsolated && !env['PYTHONNOUSERSITE'];
  return minor && base && isUsed
    ? join(base, 'lib', `python${minor}`, 'site-packages')
    : null;
}

function merged(
  conda: readonly INamedVersion[],
  pip: readonly INamedVersion[],
  inHome: boolean
): InstalledPackage[] {
  const byNormalName = new Map(
    described(conda, 'conda', inHome).map(each => [normalName(each.name), each])
  );
  for (const each of described(pip, 'pip', inHome)) {
    byNormalName.set(normalName(each.name), each);
  }
  return [...byNormalName.values()];
}

function described(
  records: readonly INamedVersion[],
  source: InstalledPackage['source'],
  inHome: boolean
): InstalledPackage[] {
  return records.map(({ name, version, installedMs }) => ({
    name,
    version,
    source,
    inHome,
    installedAt:
      installedMs === null ? null : new Date(installedMs).toISOString()
  }));
}

/** Compared part by part: `/home/ann` does not hold `/home/anna/env`. */
function isBelow(path: string, directory: string): boolean {
  const parts = path.split('/').filter(part => part !== '');
  return directory
    .split('/')
    .filter(part => part !== '')
    .every((part, index) => part === parts[index]);
}

function byName(a: InstalledPackage, b: InstalledPackage): number {
  const [left, right] = [normalName(a.name), normalName(b.name)];
  return left < right
    ? -1
    : left > right
      ? 1
      : Number(a.inHome) - Number(b.inHome);
}
