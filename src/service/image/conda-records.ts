import { join } from 'node:path';
import { inParallel } from './in-parallel';
import { isPackageName, isPackageVersion } from './package-name';
import { listRecords, readPart } from './record';

/**
 * A name and a version, as some record gives them.
 */
export interface INamedVersion {
  readonly name: string;
  readonly version: string;
  /** When it was installed, in milliseconds since 1970; null when that cannot be told. */
  readonly installedMs: number | null;
}

/**
 * What was read of a set of records.
 */
export interface IRecords {
  readonly packages: readonly INamedVersion[];
  readonly unreadableCount: number;
}

/** No environment comes near this; what has more is not one. */
export const MAX_RECORDS = 20_000;

/**
 * The packages that conda installed into an environment.
 *
 * conda names each record `name-version-build.json`, none of the three with a dash of its own but the name, so
 * the megabytes of file lists inside need not be parsed. A record that does not end as JSON was cut off when
 * it was written, and conda could not read it either.
 */
export async function readCondaRecords(prefix: string): Promise<IRecords> {
  const directory = join(prefix, 'conda-meta');
  const all = await listRecords(directory);
  if (all === null) {
    return { packages: [], unreadableCount: 1 };
  }
  const files = all.filter(name => name.endsWith('.json'));
  const found = await inParallel(files.slice(0, MAX_RECORDS), file =>
    readCondaRecord(directory, file)
  );
  const packages = found.filter(record => record !== null);
  return { packages, unreadableCount: files.length - packages.length };
}

async function readCondaRecord(
  directory: string,
  file: string
): Promise<INamedVersion | null> {
  const [, name = '', version = ''] =
    /^(.+)-([^-]+)-[^-]+\.json$/.exec(file) ?? [];
  if (!isPackageName(name) || !isPackageVersion(version)) {
    return null;
  }
  const end = await readPart(join(directory, file), 'end', 64);
  return end?.text.trimEnd().endsWith('}')
    ? { name, version, installedMs: end.writtenMs }
    : null;
}
