import { firstIndex } from './first-index';
import { compareKeys } from './key-order';
import type { IListedFolder } from './listing';
import { pageOr } from './page-or';
import type { IRange } from './range';
import type { ISizedObjects, ISizedPage } from './sized-objects';
import type { MeasuredStore } from './store';

/**
 * What the next page of a range added to what was counted: its objects from `from` on and before `to`.
 */
interface IAdded {
  readonly objects: ISizedObjects;
  readonly from: number;
  readonly to: number;
  /** Nothing more of the range is left. */
  readonly isOver: boolean;
  /** Continues a page that brought nothing. */
  readonly token: string | null;
}

/**
 * List the next page of a range, without what was counted before and what belongs to others by now.
 *
 * @throws LeapError with a sentence for the user.
 */
export async function nextOf(
  store: MeasuredStore,
  folder: IListedFolder,
  range: IRange,
  signal: AbortSignal
): Promise<IAdded> {
  const { objects, nextPageToken } = await pageOf(store, folder, range, signal);
  const { count } = objects;
  let from = 0;
  while (from < count && !isNew(range, objects.nameAt(from))) {
    from += 1;
  }
  // The end may have moved down while the request was on its way.
  const to = Math.max(from, countBefore(objects, range.end));
  const isOver = nextPageToken === null || to < count;
  return { objects, from, to, isOver, token: nextPageToken };
}

function pageOf(
  store: MeasuredStore,
  folder: IListedFolder,
  range: IRange,
  signal: AbortSignal
): Promise<ISizedPage> {
  const query = {
    ...folder,
    folded: false,
    columns: 'sizes',
    startOffset: range.start,
    endOffset: range.end
  } as const;
  return pageOr(
    one => store.sizes(one, 'background', signal),
    { ...query, pageToken: range.token },
    () => query
  );
}

/** The last key of a page comes again at the head of the next one. */
function isNew({ start, isListed }: IRange, name: string): boolean {
  return start === null || !isListed || compareKeys(name, start) > 0;
}

/** How many of these objects, which are in order, come before `end`. */
function countBefore(objects: ISizedObjects, end: string | null): number {
  const { count } = objects;
  const isWhole =
    end === null ||
    count === 0 ||
    compareKeys(objects.nameAt(count - 1), end) < 0;
  return isWhole
    ? count
    : firstIndex(0, count, at => compareKeys(objects.nameAt(at), end) >= 0);
}
