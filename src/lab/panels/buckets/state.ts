import type {
  Bucket,
  Contents,
  DatasetKind,
  Expiring
} from '../../../contract';
import { Loadable } from '../../loadable';
import type { FirstDay } from './folder/first-days';
import type { IFolder } from './folder/folder';
import type { FolderSizes } from './folder/folder-sizes';
import type { IListed } from './folder/listed';
import { withMatches, type IMatches } from './folder/matching';
import type { Payers } from './folder/payers';
import { INITIAL_SORT, type ISort } from './folder/rows';

/**
 * All that the buckets section shows.
 */
export interface IBucketsState {
  readonly buckets: Loadable<readonly Bucket[]>;
  /** The folder that is open; null: none yet. */
  readonly folder: IFolder | null;
  /** Its content so far; the last one while it is listed again. */
  readonly listing: Loadable<IListed>;
  readonly sort: ISort;
  readonly filter: string;
  /** What the bucket found of the filter's text; null: it is not asked. */
  readonly matches: IMatches | null;
  /** What is loaded, with what was found; null: nothing yet. */
  readonly rows: IListed | null;
  /** The name of the row that the cursor is on. */
  readonly current: string | null;
  /** Which folders are data sets; null: looked at, an ordinary one. */
  readonly kinds: ReadonlyMap<string, DatasetKind | null>;
  /** When data sets begin to vanish. */
  readonly firstDays: ReadonlyMap<string, FirstDay>;
  /** Sizes of folders that were asked for, and of what is in them. */
  readonly sizes: FolderSizes;
  /** What was found in the row that was looked into last; null: in none of this folder yet. */
  readonly looked: {
    readonly name: string;
    readonly contents: Contents;
  } | null;
  /** Python packages that code may need and this image lacks. */
  readonly lacking: readonly string[];
  /** The place that is looked up, or why it was not found. */
  readonly going: Loadable<null>;
  /** The user's project that pays for a bucket, by bucket, for as long as this page is open. */
  readonly payers: Payers;
  readonly bookmarks: readonly IFolder[];
  /** Places that were listed, most recent first. */
  readonly recent: readonly IFolder[];
  /** What the own folders lose within 48 hours. */
  readonly expiring: Loadable<Expiring>;
}

/** What is found out of the rows of a folder, before any of it is. */
export const NOTHING_LEARNED: Pick<
  IBucketsState,
  'kinds' | 'firstDays' | 'sizes' | 'looked'
> = {
  kinds: new Map(),
  firstDays: new Map(),
  sizes: new Map(),
  looked: null
};

/** Before anything is known. */
export const INITIAL: IBucketsState = {
  buckets: Loadable.idle,
  folder: null,
  listing: Loadable.idle,
  sort: INITIAL_SORT,
  filter: '',
  matches: null,
  rows: null,
  current: null,
  ...NOTHING_LEARNED,
  lacking: [],
  going: Loadable.idle,
  payers: new Map(),
  bookmarks: [],
  recent: [],
  expiring: Loadable.idle
};

/**
 * The state with its rows: the same as before while what they come of is the same.
 */
export function withRows(
  before: IBucketsState,
  state: IBucketsState
): IBucketsState {
  const { listing, matches } = state;
  if (!listing.value) {
    return { ...state, rows: null };
  }
  const isSame =
    listing.value === before.listing.value && matches === before.matches;
  return isSame
    ? state
    : { ...state, rows: withMatches(listing.value, matches) };
}
