import type { ObjectQuery } from '../../../contract';
import type { IBucketsState } from './state';
import type { IOpened } from './code/opened';
import type { Row } from './folder/rows';
import { currentRow } from './selection';

/**
 * The entry that the cursor is on, as code and addresses need it; null: there is none.
 */
export function openedEntry(
  state: IBucketsState,
  row: Row | null = currentRow(state)
): IOpened | null {
  const { folder, looked } = state;
  const access = accessTo(state);
  if (!folder || !access || !row) {
    return null;
  }
  return {
    ...access,
    name: folder.prefix + row.name,
    isObject: row.kind === 'object',
    dataset: row.kind === 'folder' ? row.dataset : null,
    contents: looked?.name === row.name ? looked.contents : null
  };
}

/**
 * The open folder's bucket, and as whom code reads it; null: nothing is listed yet.
 */
export function accessTo({
  folder,
  rows,
  buckets,
  payers
}: IBucketsState): Pick<IOpened, 'bucket' | 'isPublic' | 'payer'> | null {
  if (!folder || !rows) {
    return null;
  }
  const { bucket } = folder;
  const isConfigured = buckets.value?.some(({ name }) => name === bucket);
  return {
    bucket,
    isPublic: !isConfigured && rows.openedAs === 'anybody',
    payer: payers.get(bucket) ?? null
  };
}

/**
 * The object that the cursor is on, as the server is asked for it; null: none, or a folder.
 */
export function selectedObject(state: IBucketsState): ObjectQuery | null {
  const opened = openedEntry(state);
  if (!opened?.isObject) {
    return null;
  }
  const { bucket, name, payer } = opened;
  return payer === null ? { bucket, name } : { bucket, name, payer };
}
