import type { DeletionRule, ListingPage } from '../../../../contract';

/**
 * What is known of a folder: the pages that came, in columns.
 */
export interface IListed {
  readonly folders: readonly string[];
  readonly names: readonly string[];
  readonly bytes: readonly number[];
  readonly updatedAt: readonly (string | null)[];
  /** The same in milliseconds, 0 where it is not known: read once, when it came, and sorted by often. */
  readonly updatedMs: readonly number[];
  readonly deletedOn: readonly (string | null)[];
  readonly standing: ListingPage['standing'];
  readonly rule: DeletionRule;
  readonly openedAs: ListingPage['openedAs'];
  /** Goes on from here; null: this is everything. */
  readonly cursor: string | null;
  /** When the first page came, ISO 8601. */
  readonly listedAt: string;
}

/**
 * The listing with more pages; the first page begins it, and without any it is as it was.
 *
 * All that came are added at once: each time a column is copied whole, and a page at a time 100,000 entries would leave
 * many times their own size behind.
 */
export function withPages(
  listed: IListed | null,
  pages: readonly ListingPage[],
  listedAt: string
): IListed | null {
  const last = pages.at(-1);
  if (!last) {
    return listed;
  }
  const { standing, rule, openedAs, cursor } = last;
  const objects = pages.map(page => page.objects);
  return {
    folders: joined(
      listed?.folders,
      pages.map(({ prefixes }) => prefixes)
    ),
    names: joined(
      listed?.names,
      objects.map(({ names }) => names)
    ),
    bytes: joined(
      listed?.bytes,
      objects.map(({ bytes }) => bytes)
    ),
    updatedAt: joined(
      listed?.updatedAt,
      objects.map(({ updatedAt }) => updatedAt)
    ),
    updatedMs: joined(
      listed?.updatedMs,
      objects.map(({ updatedAt }) => updatedAt.map(msOf))
    ),
    deletedOn: joined(
      listed?.deletedOn,
      objects.map(({ deletedOn }) => deletedOn)
    ),
    standing,
    rule,
    openedAs,
    cursor,
    listedAt: listed?.listedAt ?? listedAt
  };
}

/**
 * How many entries are there so far.
 */
export function entryCount({ folders, names }: IListed): number {
  return folders.length + names.length;
}

/** An instant in UTC, in milliseconds; 0: not known. */
function msOf(at: string | null): number {
  return at === null ? 0 : Math.max(0, Date.parse(at) || 0);
}

function joined<T>(
  before: readonly T[] | undefined,
  more: readonly (readonly T[])[]
): readonly T[] {
  const filled = [before ?? [], ...more].filter(({ length }) => length > 0);
  const [first = [], ...rest] = filled;
  return rest.length === 0 ? first : first.concat(...rest);
}
