import { LeapError, type StoreVersion } from '../../../contract';
import { field, parseObject, textOf } from '../json';
import type { ISource } from '../source';
import { FlatTable } from './flat-table';
import { objectName } from './object-id';
import { readPackedFile, sensibly } from './packed-file';

const MAX_REF_BYTES = 64 << 10;
const MAX_REFS = 1000;

/** What the branch is called that everybody reads. */
const MAIN = 'main';

/** In format 1, what a branch or a tag points at. */
const REF = 'ref.json';

/**
 * Which versions of a repository have names, and which one is looked at.
 */
export interface IRepository {
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  /** That which was wanted; else `main`, else the first branch. */
  readonly shown: StoreVersion;
  /** Of that version. */
  readonly snapshot: string;
}

/**
 * The branches and tags of an Icechunk repository, of format 1 or 2; null when the folder is none.
 *
 * @throws LeapError `not-found` when the wanted version is not there, `bad-upstream` for files that make no sense.
 */
export async function readRepository(
  source: ISource,
  wanted: StoreVersion | undefined,
  signal: AbortSignal
): Promise<IRepository | null> {
  const listed = await source.list('', signal);
  // A web server lists nothing: there only the well-known names are tried.
  if (listed && !listed.folders.includes('snapshots/')) {
    return null;
  }
  return (
    (await readVersion2(source, wanted, signal)) ??
    (await readVersion1(source, wanted, signal))
  );
}

/** All in one file. */
async function readVersion2(
  source: ISource,
  wanted: StoreVersion | undefined,
  signal: AbortSignal
): Promise<IRepository | null> {
  const file = await readPackedFile(source, 'repo', signal);
  if (file === null) {
    return null;
  }
  return sensibly('repo', () => {
    const table = FlatTable.root(file.content);
    const named = (field_: number): ReadonlyMap<string, number> =>
      new Map(
        Array.from(
          { length: Math.min(MAX_REFS, table.count(field_)) },
          (_, at): [string, number] => {
            const ref = table.item(field_, at);
            return [ref.text(0) ?? '', ref.word(1)];
          }
        )
      );
    const refs = { branch: named(2), tag: named(1) };
    const names = {
      branches: [...refs.branch.keys()],
      tags: [...refs.tag.keys()]
    };
    const shown = choose(names, wanted);
    const at = refs[shown.kind].get(shown.name) ?? 0;
    const id = table.item(4, at).fixed(0, 12);
    if (id === null) {
      throw nothingToShow();
    }
    return { ...names, shown, snapshot: objectName(id) };
  });
}

/** A small object for each name. */
async function readVersion1(
  source: ISource,
  wanted: StoreVersion | undefined,
  signal: AbortSignal
): Promise<IRepository | null> {
  const listed = await source.list('refs/', signal, 'all');
  const keys = new Set(listed?.keys ?? [`branch.${MAIN}/${REF}`]);
  // A tag that was deleted stays, with a mark beside it, so that nobody uses its name again.
  const named = (kind: string): string[] =>
    [...keys]
      .filter(key => key.startsWith(kind) && key.endsWith(`/${REF}`))
      .filter(key => !keys.has(`${key}.deleted`))
      .map(key => key.slice(kind.length, -REF.length - 1))
      .slice(0, MAX_REFS);
  const names = { branches: named('branch.'), tags: named('tag.') };
  if (names.branches.length === 0) {
    return null;
  }
  const shown = choose(names, wanted);
  const key = `refs/${shown.kind}.${shown.name}/${REF}`;
  const bytes = await source.read(key, MAX_REF_BYTES, signal);
  if (bytes === null) {
    if (wanted) {
      throw gone(wanted);
    }
    return null;
  }
  const snapshot = textOf(field(parseObject(bytes, key), 'snapshot'));
  if (snapshot === null || !/^[0-9A-Z]{20}$/.test(snapshot)) {
    throw nothingToShow();
  }
  return { ...names, shown, snapshot };
}

function choose(
  {
    branches,
    tags
  }: { readonly branches: readonly string[]; readonly tags: readonly string[] },
  wanted: StoreVersion | undefined
): StoreVersion {
  if (wanted) {
    const names = wanted.kind === 'branch' ? branches : tags;
    if (!names.includes(wanted.name)) {
      throw gone(wanted);
    }
    return wanted;
  }
  const name = branches.includes(MAIN) ? MAIN : branches[0];
  if (name === undefined) {
    throw nothingToShow();
  }
  return { kind: 'branch', name };
}

function gone({ kind, name }: StoreVersion): LeapError {
  return new LeapError(
    'not-found',
    `The repository has no ${kind} “${name.slice(0, 100)}” any more. Look at it again to see which there are.`
  );
}

function nothingToShow(): LeapError {
  return new LeapError(
    'bad-upstream',
    'The Icechunk repository names no version of its data that can be shown.'
  );
}
