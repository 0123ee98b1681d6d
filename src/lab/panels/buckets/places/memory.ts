import type { IStateDB } from '@jupyterlab/statedb';
import type { IFolder } from '../folder/folder';
import type { IBucketsModel } from '../buckets-model';
import { INITIAL_SORT, type ISort } from '../folder/rows';

const STATE_KEY = 'jupyterlab-leap:buckets';

/** A memory that somebody else wrote may hold anything. */
const MAX_FOLDERS = 50;

/** What is remembered from one visit of the page to the next. */
interface IMemory {
  readonly folder: IFolder | null;
  readonly sort: ISort;
  readonly bookmarks: readonly IFolder[];
  readonly recent: readonly IFolder[];
}

/**
 * What was remembered last time; nothing when it cannot be read.
 */
export async function recall(state: IStateDB | null): Promise<IMemory> {
  const saved: unknown = await state?.fetch(STATE_KEY).catch(() => undefined);
  return {
    folder: readFolder(field(saved, 'folder')),
    sort: readSort(field(saved, 'sort')),
    bookmarks: readFolders(field(saved, 'bookmarks')),
    recent: readFolders(field(saved, 'recent'))
  };
}

/**
 * Remember places and order from now on.
 */
export function remember(model: IBucketsModel, state: IStateDB): void {
  let { folder, sort, bookmarks, recent } = model.state;
  model.stateChanged.connect(() => {
    const next = model.state;
    if (
      next.folder === folder &&
      next.sort === sort &&
      next.bookmarks === bookmarks &&
      next.recent === recent
    ) {
      return;
    }
    ({ folder, sort, bookmarks, recent } = next);
    // A full home cannot keep it; then the next visit begins in the own folder.
    void state
      .save(STATE_KEY, {
        folder: folder && plain(folder),
        sort: { by: sort.by, descending: sort.descending },
        bookmarks: bookmarks.map(plain),
        recent: recent.map(plain)
      })
      .catch(() => undefined);
  });
}

function plain({ bucket, prefix }: IFolder): {
  bucket: string;
  prefix: string;
} {
  return { bucket, prefix };
}

function readFolders(value: unknown): readonly IFolder[] {
  return Array.isArray(value)
    ? value.slice(0, MAX_FOLDERS).flatMap(one => readFolder(one) ?? [])
    : [];
}

function readFolder(value: unknown): IFolder | null {
  const bucket = field(value, 'bucket');
  const prefix = field(value, 'prefix');
  return typeof bucket === 'string' &&
    typeof prefix === 'string' &&
    (prefix === '' || prefix.endsWith('/'))
    ? { bucket, prefix }
    : null;
}

function readSort(value: unknown): ISort {
  const by = field(value, 'by');
  const descending = field(value, 'descending');
  return (by === 'name' || by === 'updated' || by === 'bytes') &&
    typeof descending === 'boolean'
    ? { by, descending }
    : INITIAL_SORT;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
