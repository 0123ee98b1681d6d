import { join } from 'node:path';
import {
  MAX_RECORDS,
  type INamedVersion,
  type IRecords
} from './conda-records';
import { inParallel } from './in-parallel';
import { isPackageName, isPackageVersion, normalName } from './package-name';
import { changedMs, listRecords, readPart } from './record';

/** Name and version stand in the first lines; what follows may be a whole manual. */
const HEAD_BYTES = 4096;

/** What a place for a package's record may be called, and where in it the metadata lie. */
const METADATA: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\.dist-info$/, ['METADATA']],
  [/\.egg-info$/, ['PKG-INFO', '']],
  [/\.egg$/, ['EGG-INFO/PKG-INFO']]
];

/**
 * The packages of one of Python's package directories that conda does not keep.
 *
 * @param condaVersions - Versions by normal name: a record of the same version is conda's and read there.
 */
export async function readPythonMetadata(
  directory: string,
  condaVersions: ReadonlyMap<string, string>
): Promise<IRecords> {
  const all = await listRecords(directory);
  if (all === null) {
    return { packages: [], unreadableCount: 1 };
  }
  const places = all.filter(name => {
    return (
      METADATA.some(([ending]) => ending.test(name)) &&
      !isKeptByConda(name, condaVersions)
    );
  });
  const found = await inParallel(places.slice(0, MAX_RECORDS), place =>
    readPlace(directory, place, condaVersions.size > 0)
  );
  return {
    packages: found.filter(record => record !== null && record !== 'conda'),
    unreadableCount:
      found.filter(record => record === null).length +
      Math.max(0, places.length - MAX_RECORDS)
  };
}

function isKeptByConda(
  place: string,
  condaVersions: ReadonlyMap<string, string>
): boolean {
  const [, name, version] = /^(.+)-([^-]+)\.dist-info$/.exec(place) ?? [];
  return name !== undefined && condaVersions.get(normalName(name)) === version;
}

async function readPlace(
  directory: string,
  place: string,
  hasConda: boolean
): Promise<INamedVersion | 'conda' | null> {
  const [, files = []] = METADATA.find(([ending]) => ending.test(place)) ?? [];
  for (const file of files) {
    const head = await readPart(
      join(directory, place, file),
      'start',
      HEAD_BYTES
    );
    const record = head === null ? null : readHeaders(head.text);
    if (record) {
      const path = join(directory, place);
      return hasConda && (await isInstalledByConda(path))
        ? 'conda'
        : { ...record, installedMs: await changedMs(path) };
    }
  }
  return null;
}

/** Some packages have another name in conda (`matplotlib-base`), so the name alone does not tell. */
async function isInstalledByConda(place: string): Promise<boolean> {
  const installer = await readPart(join(place, 'INSTALLER'), 'start', 32);
  return installer?.text.trim() === 'conda';
}

/** The headers end at the first empty line: packaging.python.org, "Core metadata specifications". */
function readHeaders(head: string): Omit<INamedVersion, 'installedMs'> | null {
  const [headers = ''] = head.split(/\r?\n\r?\n/, 1);
  const name = /^Name:[ \t]*(\S+)[ \t]*\r?$/im.exec(headers)?.[1] ?? '';
  const version = /^Version:[ \t]*(\S+)[ \t]*\r?$/im.exec(headers)?.[1] ?? '';
  return isPackageName(name) && isPackageVersion(version)
    ? { name, version }
    : null;
}
