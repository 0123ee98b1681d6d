import type { StoreFormat } from '../../../contract';

/**
 * Where a collection is that its record leaves out.
 */
export interface ICollection {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly format: StoreFormat;
}

/**
 * Data sets that consist of more stores than a record can list, by their slug: the record has no
 * stores, and an index of its own says what there is.
 */
const COLLECTIONS: ReadonlyMap<string, ICollection> = new Map([
  [
    'cmip6',
    {
      id: 'intake-esm-collection',
      name: 'Every CMIP6 store on Google Cloud, as an intake-esm collection',
      // Kept up to date by the ingestion that fills gs://cmip6.
      url: 'https://storage.googleapis.com/cmip6/cmip6-pgf-ingestion-test/catalog/catalog.json',
      format: 'intake-esm'
    }
  ]
]);

/**
 * The collection behind a record without stores.
 */
export function collectionOf(slug: string): ICollection | undefined {
  return COLLECTIONS.get(slug);
}
