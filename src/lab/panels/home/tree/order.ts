import type { HomeEntry } from '../../../../contract';

/** What the rows of the table can be sorted by; the first is the default. */
export const ORDERS = ['size', 'files', 'changed', 'name'] as const;

/**
 * What the rows of the table are sorted by: the largest, the most files or the newest change first, or by name.
 */
export type Order = (typeof ORDERS)[number];

/**
 * The entries in an order. Those that are equal in it stay largest first, as they came.
 */
export function sorted(
  entries: readonly HomeEntry[],
  order: Order
): readonly HomeEntry[] {
  switch (order) {
    case 'size':
      // The service says them in this order.
      return entries;
    case 'files':
      return entries.toSorted((one, other) => other.files - one.files);
    case 'changed':
      return entries.toSorted(
        (one, other) => changedMs(other) - changedMs(one)
      );
    case 'name':
      return entries.toSorted((one, other) =>
        NAMES.compare(one.name, other.name)
      );
  }
}

/** As people count: `run-2` before `run-10`. */
const NAMES = new Intl.Collator(undefined, { numeric: true });

function changedMs({ newestChangeAt }: HomeEntry): number {
  return newestChangeAt === null ? -Infinity : Date.parse(newestChangeAt);
}
