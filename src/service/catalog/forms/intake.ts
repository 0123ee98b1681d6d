import { isObject, type JsonObject } from '../record/record-parts';
import type { RawRecord } from '../record/raw-record';
import type { IReading } from './form';

/** Drivers of intake, version 1, that stand for another catalog. */
const CATALOG_DRIVER =
  /(^|[._])(yaml_file_cat|yaml_files_cat|yamlfilecatalog)$/i;

/** What a driver or a type of data is opened with; others have no known engine. */
const ENGINES: readonly (readonly [RegExp, string])[] = [
  [/zarr/i, 'zarr'],
  [/netcdf|hdf5|opendap/i, 'netcdf4'],
  [/icechunk/i, 'icechunk'],
  [/kerchunk|reference/i, 'kerchunk']
];

/**
 * Whether this is a catalog of intake, version 1 or 2.
 */
export function isIntake(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    (isObject(value['sources']) ||
      (isObject(value['data']) && isObject(value['entries'])))
  );
}

/**
 * The entries of an intake catalog. A place in it that its reader would have to fill in (`{{ year }}`) is none.
 */
export function readIntake(catalog: JsonObject): IReading {
  const { sources, data, entries, metadata } = catalog;
  if (isObject(sources)) {
    return readVersion1(sources, metadata);
  }
  return isObject(data) && isObject(entries)
    ? {
        form: 'intake-2',
        records: readVersion2(data, entries, catalog['aliases']),
        more: []
      }
    : { form: 'intake-2', records: [], more: [] };
}

function readVersion1(sources: JsonObject, common: unknown): IReading {
  const records: RawRecord[] = [];
  const more: { address: string; completes: null }[] = [];
  for (const [name, source] of Object.entries(sources)) {
    const given = isObject(source) ? source['args'] : undefined;
    const args = isObject(given) ? given : {};
    const driver = textOf(isObject(source) ? source['driver'] : '');
    if (CATALOG_DRIVER.test(driver)) {
      const path = textOf(args['path']).replace(
        /\{\{\s*CATALOG_DIR\s*\}\}\/?/g,
        ''
      );
      if (path !== '') {
        more.push({ address: path, completes: null });
      }
    } else if (isObject(source)) {
      records.push(
        recordOf({
          name,
          description: source['description'],
          metadata: { ...objectOf(common), ...objectOf(source['metadata']) },
          urls: args['urlpath'] ?? args['obj'],
          driver
        })
      );
    }
  }
  return { form: 'intake-1', records, more };
}

function readVersion2(
  data: JsonObject,
  entries: JsonObject,
  aliases: unknown
): RawRecord[] {
  const names = new Map(
    Object.entries(objectOf(aliases)).map(([name, token]) => [token, name])
  );
  return Object.entries(entries).flatMap(([token, entry]) => {
    // A reader names its data as `{data(token)}`; one that reads another reader's output has none of its own.
    const [, of] =
      /\{data\(([^)]{1,200})\)\}/.exec(JSON.stringify(entry)) ?? [];
    const source = of === undefined ? undefined : data[of];
    if (!isObject(source)) {
      return [];
    }
    const { url } = objectOf(source['kwargs']);
    const own = objectOf(isObject(entry) ? entry['metadata'] : {});
    const metadata = { ...objectOf(source['metadata']), ...own };
    return [
      recordOf({
        name: names.get(token) ?? token,
        description: metadata['description'],
        metadata,
        urls: url,
        driver: textOf(source['datatype'])
      })
    ];
  });
}

function recordOf(entry: {
  name: string;
  description: unknown;
  metadata: JsonObject;
  urls: unknown;
  driver: string;
}): RawRecord {
  const { name, metadata, driver } = entry;
  const urls: readonly unknown[] = Array.isArray(entry.urls)
    ? entry.urls
    : [entry.urls];
  const engine = ENGINES.find(([pattern]) => pattern.test(driver))?.[1];
  return {
    title: textOf(metadata['title']) || name,
    description: entry.description ?? metadata['description'],
    tags: metadata['tags'] ?? metadata['keywords'],
    provenance: {
      providers: metadata['providers'],
      license: metadata['license']
    },
    stores: urls
      .filter(url => typeof url === 'string' && !/\{\{|[*?]/.test(url))
      .map(url => ({
        id: name,
        name,
        url,
        xarray_open_kwargs: engine === undefined ? {} : { engine }
      }))
  };
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
