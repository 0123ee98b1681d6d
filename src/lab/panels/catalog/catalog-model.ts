import type {
  CatalogAnswer,
  CatalogFilter,
  CatalogSort,
  CatalogSummary,
  DatasetPage,
  Reach
} from '../../../contract';
import type { IObservable, Loadable } from '../../loadable';
import type { ICatalogSearch } from './search/search-state';

/**
 * The page of one data set.
 */
export interface IDatasetPage {
  readonly id: string;
  readonly dataset: Loadable<DatasetPage>;
  readonly reach: Loadable<Reach>;
}

/**
 * What may still change on a page: `reading`, its stores are being read; `waiting`, one gave no answer and is asked again;
 * `settled`, nothing.
 */
export type PageOutlook = 'reading' | 'waiting' | 'settled';

/**
 * All that the catalog section shows.
 */
export interface ICatalogState extends ICatalogSearch {
  /** `loading` while the sources are asked; what is at hand is shown meanwhile. */
  readonly summary: Loadable<CatalogSummary>;
  /** The last results stay until new ones are there. */
  readonly results: Loadable<CatalogAnswer>;
  /** The same search with what was learnt of stores since; null: nothing was. */
  readonly fresh: CatalogAnswer | null;
  /** Null: the results are shown, or the sources. */
  readonly page: IDatasetPage | null;
  /** The list of sources is shown in place of the results. */
  readonly isOnSources: boolean;
}

/**
 * Finds data sets and what opens from here.
 */
export interface ICatalogModel extends IObservable<ICatalogState> {
  /** Show what is at hand; the first time also ask the sources. */
  load(): Promise<void>;
  /** Ask the sources of the catalog now. */
  refresh(): Promise<void>;
  /** Look for this; the filters stay. */
  search(text: string): Promise<void>;
  /** Look for all of this, in place of what was looked for. */
  searchFor(search: ICatalogSearch): Promise<void>;
  /**
   * Search again behind the reader's back: what differs is `fresh`, until it is taken up.
   *
   * @returns Whether there may soon be more.
   */
  lookAgain(): Promise<boolean>;
  /** Show what is fresh in place of the results. */
  takeFresh(): void;
  /** Take up a filter, or lay it down. */
  toggle(filter: CatalogFilter): Promise<void>;
  sortBy(sort: CatalogSort): Promise<void>;
  open(id: string): Promise<void>;
  /** Show where all this comes from. */
  showSources(): void;
  /** Back to the results as they were. */
  close(): void;
  /** Take up the search and the page of an earlier visit; `load` fills them. */
  restore(search: ICatalogSearch, id: string | null): void;
  /**
   * Whether the stores of the open data set open from here.
   *
   * @param again - Ask them also where that was done not long ago.
   */
  checkReach(again?: boolean): Promise<void>;
  /**
   * Ask about the open data set again behind the reader's back.
   *
   * @returns What may still change on its page.
   */
  lookAgainAtPage(): Promise<PageOutlook>;
}
