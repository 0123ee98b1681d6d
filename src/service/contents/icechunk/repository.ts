import { LeapError } from '../../../contract';
import { field, parseObject, textOf } from '../json';
import type { ISource } from '../source';
import { FlatTable } from './flat-table';
import { objectName } from './object-id';
import { readPackedFile, sensibly } from './packed-file';

const MAX_REF_BYTES = 64 << 10;
const MAX_REFS = 1000;

/** What the branch is called that everybody reads. */
const MAIN = 'main';

/**
 * Which versions of a repository have names, and which one is looked at.
 */
export interface IRepository {
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  /** `main`, else the first one. */
  readonly branch: string;
  /** Of that branch. */
  readonly snapshot: string;
}

/**
 * The branches and tags of an Icechunk repository, of format 1 or 2; null when the folder is none.
 */
export async function readRepository(
  source: ISource,
  signal: AbortSignal
): Promise<IRepository | null> {
  const listed = await source.list('', signal);
  // A web server lists nothing: there only the well-known names are tried.
  if (listed && !listed.folders.includes('snapshots/')) {
    return null;
  }
  return (
    (await readVersion2(source, signal)) ?? (await readVersion1(source, signal))
  );
}

/** All in one file. */
async function readVersion2(
  source: ISource,
  signal: AbortSignal
): Promise<IRepository | null> {
  const file = await readPackedFile(source, 'repo', signal);
  if (file === null) {
    return null;
  }
  return sensibly('repo', () => {
    const table = FlatTable.root(file.content);
    const named = (field_: number): { name: string; snapshot: number }[] =>
      Array.from(
        { length: Math.min(MAX_REFS, table.count(field_)) },
        (_, at) => {
          const ref = table.item(field_, at);
          return { name: ref.text(0) ?? '', snapshot: ref.word(1) };
        }
      );
    const branches = named(2);
    const branch = branches.find(({ name }) => name === MAIN) ?? branches[0];
    const id =
      branch === undefined ? null : table.item(4, branch.snapshot).fixed(0, 12);
    if (branch === undefined || id === null) {
      throw nothingToShow();
    }
    return {
      branches: branches.map(({ name }) => name),
      tags: named(1).map(({ name }) => name),
      branch: branch.name,
      snapshot: objectName(id)
    };
  });
}

/** A small object for each name. */
async function readVersion1(
  source: ISource,
  signal: AbortSignal
): Promise<IRepository | null> {
  const listed = await source.list('refs/', signal);
  const names = listed?.folders ?? [`branch.${MAIN}/`];
  const named = (kind: string): string[] =>
    names
      .filter(name => name.startsWith(kind))
      .map(name => name.slice(kind.length, -1))
      .slice(0, MAX_REFS);
  const branches = named('branch.');
  const branch = branches.find(name => name === MAIN) ?? branches[0];
  const key = `refs/branch.${branch ?? ''}/ref.json`;
  const bytes =
    branch === undefined ? null : await source.read(key, MAX_REF_BYTES, signal);
  if (bytes === null || branch === undefined) {
    return null;
  }
  const snapshot = textOf(field(parseObject(bytes, key), 'snapshot'));
  if (snapshot === null || !/^[0-9A-Z]{20}$/.test(snapshot)) {
    throw nothingToShow();
  }
  return { branches, tags: named('tag.'), branch, snapshot };
}

function nothingToShow(): LeapError {
  return new LeapError(
    'bad-upstream',
    'The Icechunk repository names no version of its data that can be shown.'
  );
}
