import { compareKeys } from './key-order';
import type { IListedFolder } from './listing';
import type { IPage, IStoredObject } from './page';
import { pageOr } from './page-or';
import type { IRange } from './range';
import type { GcsStore } from './store';

/**
 * What the next page of a range added to what was counted.
 */
interface IAdded {
  readonly mine: readonly IStoredObject[];
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
  store: Pick<GcsStore, 'page'>,
  folder: IListedFolder,
  range: IRange,
  signal: AbortSignal
): Promise<IAdded> {
  const page = await pageOf(store, folder, range, signal);
  const from = page.objects.findIndex(({ name }) => isNew(range, name));
  const fresh = from === -1 ? [] : page.objects.slice(from);
  // The end may have moved down while the request was on its way.
  const mine = fresh.slice(0, countBefore(fresh, range.end));
  const isOver = page.nextPageToken === null || mine.length < fresh.length;
  return { mine, isOver, token: page.nextPageToken };
}

function pageOf(
  store: Pick<GcsStore, 'page'>,
  folder: IListedFolder,
  range: IRange,
  signal: AbortSignal
): Promise<IPage> {
  const query = {
    ...folder,
    folded: false,
    columns: 'sizes',
    startOffset: range.start,
    endOffset: range.end
  } as const;
  return pageOr(
    store,
    { ...query, pageToken: range.token },
    () => query,
    'background',
    signal
  );
}

/** The last key of a page comes again at the head of the next one. */
function isNew({ start, isListed }: IRange, name: string): boolean {
  return start === null || !isListed || compareKeys(name, start) > 0;
}

/** How many of these names, which are in order, come before `end`. */
function countBefore(
  objects: readonly IStoredObject[],
  end: string | null
): number {
  const last = objects.at(-1);
  if (end === null || last === undefined || compareKeys(last.name, end) < 0) {
    return objects.length;
  }
  return objects.findIndex(({ name }) => compareKeys(name, end) >= 0);
}
