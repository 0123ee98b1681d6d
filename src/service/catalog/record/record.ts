import type { Dataset, Store } from '../../../contract';
import { collectionOf } from './collections';
import { storeFormat } from './format';
import { PROBLEM } from './raw-record';
import {
  isObject,
  items,
  readInstant,
  readLinks,
  readMaintainers,
  readProvenance,
  readTags
} from './record-parts';
import { snippet } from '../code/snippet';
import { readStoreAddress } from '../../web/store-address';
import { readLine, readText } from './text';
import { slug, UniqueIds } from './unique-ids';

/** The longest title of the hub has 80 characters, the longest description 800. */
const MAX_NAME = 500;
const MAX_DESCRIPTION = 20_000;

/** A record that became a data set, with the parts of it that could not be read. */
export interface IRecordReading {
  readonly dataset: Dataset;
  /** Stores that the record itself lists. */
  readonly recordedStores: number;
  readonly problems: readonly string[];
}

/**
 * Reads records of the hub's catalog JSON, which nobody checks before it is published: nearly every
 * field may be null, missing or of another type.
 */
export class RecordReader {
  /**
   * @param hubBuckets - Buckets that this hub's credentials open.
   */
  constructor(hubBuckets: ReadonlySet<string>) {
    this._hubBuckets = hubBuckets;
  }

  /**
   * @returns The data set, or one sentence that says why there is none.
   */
  read(record: unknown): IRecordReading | string {
    if (!isObject(record)) {
      return 'It is not a record.';
    }
    const problem = readLine(record[PROBLEM], MAX_NAME);
    if (problem !== null) {
      return problem;
    }
    const title = readLine(record['title'], MAX_NAME);
    if (title === null) {
      return 'It has no title.';
    }
    const { stores: listed } = record;
    if (listed !== null && listed !== undefined && !Array.isArray(listed)) {
      return `The stores of "${title.slice(0, 80)}" are not a list.`;
    }
    const id = this._ids.next(slug(title));
    const { stores, problems } = this._stores(listed, title);
    return {
      dataset: {
        id,
        title,
        description: readText(record['description'], MAX_DESCRIPTION) ?? '',
        tags: readTags(record['tags']),
        maintainers: readMaintainers(record['maintainers']),
        ...readProvenance(record['provenance']),
        links: readLinks(record['links']),
        stores: listed ? stores : this._collection(id)
      },
      recordedStores: stores.length,
      problems
    };
  }

  private _stores(
    listed: unknown,
    title: string
  ): { stores: Store[]; problems: string[] } {
    const ids = new UniqueIds();
    const stores: Store[] = [];
    const problems: string[] = [];
    for (const [index, item] of items(listed).entries()) {
      const url = isObject(item) ? readLine(item['url'], 4096) : null;
      if (isObject(item) && url !== null) {
        const options = item['xarray_open_kwargs'];
        const name = readLine(item['name'], MAX_NAME);
        const id = readLine(item['id'], 200) ?? name ?? 'store';
        const engine = isObject(options)
          ? readLine(options['engine'], 50)
          : null;
        stores.push({
          id: ids.next(id),
          name: name ?? id,
          lastUpdatedAt: readInstant(item['last_updated']),
          ...this._place(url, engine)
        });
      } else {
        problems.push(
          `Store ${index + 1} of "${title.slice(0, 80)}" has no address.`
        );
      }
    }
    return { stores, problems };
  }

  private _place(
    url: string,
    engine: string | null
  ): Omit<Store, 'id' | 'name' | 'lastUpdatedAt'> {
    const address = readStoreAddress(url);
    const format = address ? storeFormat(address, engine) : 'unknown';
    return {
      url,
      format,
      host: address?.host ?? '',
      inBuckets: address?.scheme === 'gs',
      ...snippet(address, format, this._hubBuckets)
    };
  }

  private _collection(slugged: string): Store[] {
    const collection = collectionOf(slugged);
    const address = collection ? readStoreAddress(collection.url) : null;
    if (!collection || !address) {
      return [];
    }
    const { id, name, url, format } = collection;
    return [
      {
        id,
        name,
        url,
        format,
        host: address.host,
        inBuckets: false,
        lastUpdatedAt: null,
        ...snippet(address, format, this._hubBuckets)
      }
    ];
  }

  private readonly _hubBuckets: ReadonlySet<string>;
  private readonly _ids = new UniqueIds();
}
