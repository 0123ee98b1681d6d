import type { IStateDB } from '@jupyterlab/statedb';
import type { IFolder } from './folder';
import type { IBucketsModel } from './model';
import { INITIAL_SORT, type ISort } from './rows';

const STATE_KEY = 'jupyterlab-leap:buckets';

/** What is remembered from one visit of the page to the next. */
interface IMemory {
  readonly folder: IFolder | null;
  readonly sort: ISort;
}

/**
 * What was remembered last time; nothing when it cannot be read.
 */
export async function recall(state: IStateDB | null): Promise<IMemory> {
  const saved: unknown = await state?.fetch(STATE_KEY).catch(() => undefined);
  return {
    folder: readFolder(field(saved, 'folder')),
    sort: readSort(field(saved, 'sort'))
  };
}

/**
 * Remember place and order from now on.
 */
export function remember(model: IBucketsModel, state: IStateDB): void {
  let { folder, sort } = model.state;
  model.stateChanged.connect(() => {
    const next = model.state;
    if (next.folder === folder && next.sort === sort) {
      return;
    }
    ({ folder, sort } = next);
    // A full home cannot keep it; then the next visit begins in the own folder.
    void state
      .save(STATE_KEY, {
        folder: folder && { bucket: folder.bucket, prefix: folder.prefix },
        sort: { by: sort.by, descending: sort.descending }
      })
      .catch(() => undefined);
  });
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
