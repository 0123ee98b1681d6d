import type { Contents } from '../../../contract';
import type { IObservable } from '../../loadable';
import type { IFolder } from './folder/folder';
import type { ISort, SortColumn } from './folder/rows';
import type { IBucketsState } from './state';

/**
 * What the view and the commands can ask of the buckets.
 */
export interface IBucketsModel extends IObservable<IBucketsState> {
  /** Learn which buckets there are and open a folder, `saved` if given; once. */
  start(saved: IFolder | null): Promise<void>;
  open(folder: IFolder, current?: string | null): Promise<void>;
  /** Open what a reference names. */
  goTo(reference: string): Promise<void>;
  /** Look for the last reference once more. */
  goAgain(): Promise<void>;
  /** Stop looking for what a reference names. */
  stay(): void;
  /** Open the folder above, with the cursor on this one. */
  up(): Promise<void>;
  refresh(): Promise<void>;
  loadMore(): Promise<void>;
  /** After a failure: go on from the rows that came, else list again. */
  retry(): Promise<void>;
  /** Stop listing; what came stays. */
  stop(): void;
  setFilter(filter: string): void;
  /** Sort by a column; again: the other way round. */
  sortBy(by: SortColumn): void;
  setSort(sort: ISort): void;
  select(name: string | null): void;
  /** Find out which of these folders are data sets. */
  lookAt(names: readonly string[]): void;
  measure(name: string): Promise<void>;
  cancelMeasuring(): void;
  /** Let this project of the user's pay for what was refused, and ask for it again. */
  payWith(project: string): Promise<void>;
  /** Remember what a look into this row found: it says better than its name what opens it. */
  noteContents(name: string, contents: Contents): void;
  /** Find out which of the packages that code may need this image lacks. */
  checkPackages(): Promise<void>;
  /** Keep the open folder among the bookmarks, or take it out. */
  toggleBookmark(): void;
  setVisited(places: Pick<IBucketsState, 'bookmarks' | 'recent'>): void;
  /** Find out what the own folders lose within 48 hours. */
  checkExpiring(): Promise<void>;
}
