import { StaleTokenError } from './asker';
import { compareKeys } from './key-order';
import type { IPage, IStoredObject } from './page';
import type { IRange } from './ranges';
import type { GcsStore } from './store';

/**
 * The folder that is measured; the empty prefix is the whole bucket.
 */
export interface IMeasuredFolder {
  readonly bucket: string;
  readonly prefix: string;
  readonly payer?: string | null | undefined;
}

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
  folder: IMeasuredFolder,
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

async function pageOf(
  store: Pick<GcsStore, 'page'>,
  folder: IMeasuredFolder,
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
  try {
    return await store.page(
      { ...query, pageToken: range.token },
      'background',
      signal
    );
  } catch (reason) {
    if (!(reason instanceof StaleTokenError)) {
      throw reason;
    }
    return store.page(query, 'background', signal);
  }
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
