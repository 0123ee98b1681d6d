/**
 * The keys of a page, which are in order.
 */
export interface IPageSpan {
  readonly first: string;
  readonly last: string;
  readonly keys: number;
}

/**
 * The page that a range brought last.
 */
export interface IListedPage extends IPageSpan {
  /** Where its objects began on the page of the storage service. */
  readonly from: number;
}
