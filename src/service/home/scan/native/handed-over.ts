import type { IKnownMarks } from '../tree/marks';
import type { ITrust } from '../tree/trust';
import type { DirectoryColumns } from '../tree/columns';
import { HANDED_OVER } from './layout';

type Columns = Pick<DirectoryColumns, 'buffers'>;

const NONE = new ArrayBuffer(0);

/** The memory of those columns that the native part reads to count directories. */
export function handedOver({ buffers }: Columns): readonly ArrayBuffer[] {
  return HANDED_OVER.map(name => buffers[name]);
}

/**
 * The same for looks at known directories.
 *
 * @param agenda - Which of them.
 */
export function handedOverForLooks(
  columns: Columns,
  { readAt }: Pick<ITrust, 'readAt'>,
  agenda: Uint32Array<ArrayBuffer>
): readonly ArrayBuffer[] {
  return [...handedOver(columns), readAt.buffer, agenda.buffer];
}

/** The same for counts of directories that were counted before. */
export function handedOverForCounts(
  columns: Columns,
  { trust, children, states, met }: IKnownMarks
): readonly ArrayBuffer[] {
  return [
    ...handedOver(columns),
    trust.readAt.buffer,
    NONE,
    children.start.buffer,
    children.ids.buffer,
    states.buffer,
    met.buffer
  ];
}
