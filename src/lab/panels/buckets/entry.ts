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
  const { folder, rows, buckets, payers, looked } = state;
  if (!folder || !rows || !row) {
    return null;
  }
  const isConfigured = buckets.value?.some(
    ({ name }) => name === folder.bucket
  );
  return {
    bucket: folder.bucket,
    name: folder.prefix + row.name,
    isObject: row.kind === 'object',
    dataset: row.kind === 'folder' ? row.dataset : null,
    contents: looked?.name === row.name ? looked.contents : null,
    isPublic: !isConfigured && rows.openedAs === 'anybody',
    payer: payers.get(folder.bucket) ?? null
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
