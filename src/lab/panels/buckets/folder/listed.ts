import type { DeletionRule, ListingPage } from '../../../../contract';

/**
 * What is known of a folder: the pages that came, in columns.
 */
export interface IListed {
  readonly folders: readonly string[];
  readonly names: readonly string[];
  readonly bytes: readonly number[];
  readonly updatedAt: readonly (string | null)[];
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
 * The listing with one more page; the first page begins it.
 */
export function withPage(
  listed: IListed | null,
  page: ListingPage,
  listedAt: string
): IListed {
  const { prefixes, objects, standing, rule, openedAs, cursor } = page;
  return {
    folders: joined(listed?.folders, prefixes),
    names: joined(listed?.names, objects.names),
    bytes: joined(listed?.bytes, objects.bytes),
    updatedAt: joined(listed?.updatedAt, objects.updatedAt),
    deletedOn: joined(listed?.deletedOn, objects.deletedOn),
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

function joined<T>(
  before: readonly T[] | undefined,
  more: readonly T[]
): readonly T[] {
  if (!before || before.length === 0) {
    return more;
  }
  return more.length === 0 ? before : before.concat(more);
}
