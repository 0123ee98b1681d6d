import type { Bucket, DatasetKind } from '../../../contract';
import { Loadable } from '../../loadable';
import type { IFolder } from './folder';
import type { IListed } from './listed';
import type { IMeasured } from './measuring';
import { INITIAL_SORT, type ISort } from './rows';

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
  /** The name of the row that the cursor is on. */
  readonly current: string | null;
  /** Which folders are data sets; null: looked at, an ordinary one. */
  readonly kinds: ReadonlyMap<string, DatasetKind | null>;
  /** Sizes of folders that were asked for, by name. */
  readonly sizes: ReadonlyMap<string, IMeasured>;
  /** The place that is looked up, or why it was not found. */
  readonly going: Loadable<null>;
}

/** Before anything is known. */
export const INITIAL: IBucketsState = {
  buckets: Loadable.idle,
  folder: null,
  listing: Loadable.idle,
  sort: INITIAL_SORT,
  filter: '',
  current: null,
  kinds: new Map(),
  sizes: new Map(),
  going: Loadable.idle
};
