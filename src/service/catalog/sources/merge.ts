import type { Dataset, Store } from '../../../contract';
import type { ICatalogContent } from '../record/records';
import { UniqueIds } from '../record/unique-ids';
import { withoutClosingSlashes } from '../../web/closing-slashes';

/** As many unreadable records are named; the rest is counted. */
const MAX_LISTED = 100;

/** A catalog with the name by which it is shown. */
export interface INamedContent {
  readonly name: string;
  readonly content: ICatalogContent;
}

/** A part that could not be read, and the catalog that it is in; null where there is one only. */
interface ISkippedPart {
  readonly index: number;
  readonly reason: string;
  readonly source: string | null;
}

/** Several catalogs as one. */
export interface IMergedContent extends Omit<ICatalogContent, 'skipped'> {
  readonly skipped: readonly ISkippedPart[];
  /** The catalogs that list a data set, by its id; empty where there is one catalog only. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
}

/**
 * How many of these data sets are among those.
 */
export function countShared(
  datasets: readonly Dataset[],
  known: readonly Dataset[]
): number {
  const keys = new Set(known.flatMap(keysOf));
  return datasets.filter(dataset => keysOf(dataset).some(key => keys.has(key)))
    .length;
}

/**
 * Several catalogs as one. A data set that two of them have is listed once, with the stores of both; two different ones
 * under the same id are told apart.
 *
 * The same are those of one title that share a store, or have none.
 */
export function merge(contents: readonly INamedContent[]): IMergedContent {
  const [only] = contents;
  if (only && contents.length === 1) {
    return {
      ...only.content,
      skipped: skippedOf(only, null),
      sources: new Map()
    };
  }
  const ids = new UniqueIds();
  const byKey = new Map<string, string>();
  const datasets = new Map<string, Dataset>();
  const sources = new Map<string, string[]>();
  for (const { name, content } of contents) {
    for (const dataset of content.datasets) {
      const keys = keysOf(dataset);
      const known = keys
        .map(key => byKey.get(key))
        .find(id => id !== undefined);
      const id = known ?? ids.next(dataset.id);
      const before = datasets.get(id);
      datasets.set(id, before ? join(before, dataset) : { ...dataset, id });
      const listing = sources.get(id) ?? [];
      sources.set(id, listing.includes(name) ? listing : [...listing, name]);
      for (const key of keys) {
        byKey.set(key, id);
      }
    }
  }
  const all = contents.map(({ content }) => content);
  return {
    datasets: [...datasets.values()],
    sources,
    storeCount: total(
      [...datasets.values()].map(({ stores }) => stores.length)
    ),
    skipped: contents
      .flatMap(each => skippedOf(each, each.name))
      .slice(0, MAX_LISTED),
    skippedCount: total(all.map(({ skippedCount }) => skippedCount))
  };
}

function skippedOf(
  { content }: INamedContent,
  source: string | null
): ISkippedPart[] {
  return content.skipped.map(part => ({ ...part, source }));
}

/** Two data sets are the same when one of their keys is. */
function keysOf({ title, stores }: Dataset): string[] {
  const name = title.trim().toLowerCase();
  const places = stores.map(placeOf).sort();
  return places.length === 0
    ? [JSON.stringify([name])]
    : places.map(place => JSON.stringify([name, place]));
}

function placeOf({ url }: Store): string {
  return withoutClosingSlashes(url);
}

/** The first with what only the other has. */
function join(first: Dataset, other: Dataset): Dataset {
  const places = new Set(first.stores.map(placeOf));
  const ids = new UniqueIds();
  const stores = [
    ...first.stores,
    ...other.stores.filter(store => !places.has(placeOf(store)))
  ];
  const addresses = new Set(first.links.map(({ text }) => text));
  return {
    ...first,
    description: first.description || other.description,
    tags: [...new Set([...first.tags, ...other.tags])],
    maintainers:
      first.maintainers.length > 0 ? first.maintainers : other.maintainers,
    providers: first.providers.length > 0 ? first.providers : other.providers,
    license: first.license ?? other.license,
    licenseUrl: first.licenseUrl ?? other.licenseUrl,
    links: [
      ...first.links,
      ...other.links.filter(({ text }) => !addresses.has(text))
    ],
    stores: stores.map(store => ({ ...store, id: ids.next(store.id) }))
  };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
