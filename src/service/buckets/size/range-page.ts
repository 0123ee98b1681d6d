import { firstIndex } from '../first-index';
import { compareKeys } from '../names/key-order';
import type { IListedFolder } from '../listing/listing';
import { pageOr } from '../store/page-or';
import type { ISizedObjects, ISizedPage } from '../store/sized-objects';
import type { MeasuredStore } from '../store/store';
import type { IRange } from './range';

/**
 * The objects of a page that belong to a range: those from `from` on and before `to`.
 */
interface IOwn {
  readonly from: number;
  readonly to: number;
  /** Nothing more of the range is left. */
  readonly isOver: boolean;
}

/**
 * List the next page of a range.
 *
 * @throws LeapError with a sentence for the user.
 */
export function nextOf(
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

/**
 * What of a page belongs to its range: neither counted before, nor somebody else's by now. It holds until the range is
 * cut again, so that it has to be counted at once.
 */
export function ownOn(
  { objects, nextPageToken }: ISizedPage,
  range: IRange
): IOwn {
  const { count } = objects;
  let from = 0;
  while (from < count && !isNew(range, objects.nameAt(from))) {
    from += 1;
  }
  // The end may have moved down while the request was on its way.
  const to = Math.max(from, countBefore(objects, range.end));
  return { from, to, isOver: nextPageToken === null || to < count };
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
