import type { DirectoryColumns } from '../tree/columns';
import { HANDED_OVER } from './layout';

/** The memory of those columns that the native part reads. */
export function handedOver({
  buffers
}: Pick<DirectoryColumns, 'buffers'>): readonly ArrayBuffer[] {
  return HANDED_OVER.map(name => buffers[name]);
}
