import * as z from 'zod/mini';
import { isObject, type JsonObject } from '../record/record-parts';
import { unreadable, type RawRecord } from '../record/raw-record';
import type { IReading } from './form';

const text = z.optional(z.nullable(z.string()));

const Link = z.object({ rel: z.string(), href: z.string(), title: text });

/** A media type longer than this is none: patterns are looked for in it. */
const MAX_TYPE = 500;

const Asset = z.object({
  href: z.string(),
  title: text,
  type: z.optional(z.nullable(z.string().check(z.maxLength(MAX_TYPE)))),
  roles: z.optional(z.nullable(z.array(z.string())))
});

/** What collections and items have in common that is of use here. */
const Entry = z.object({
  id: z.string(),
  title: text,
  description: text,
  license: text,
  keywords: z.optional(z.nullable(z.array(z.string()))),
  providers: z.optional(z.nullable(z.array(z.unknown()))),
  links: z._default(z.array(z.unknown()), []),
  assets: z._default(z.record(z.string(), z.unknown()), {}),
  properties: z._default(
    z.object({ title: text, description: text, updated: text }),
    {}
  )
});

/** Parts of data, and not a picture, a page about it or its metadata. */
const DATA_TYPE =
  /zarr|netcdf|hdf5|parquet|icechunk|kerchunk|application\/json.*reference/i;
const DATA_NAME = /\.(zarr|nc4?|h5|parq(uet)?|icechunk)\/?$|\.zarr-v\d+\/?$/i;

/**
 * Whether this is a document of the SpatioTemporal Asset Catalog: a catalog, a collection, an item, or a list of them as
 * an API answers.
 */
export function isStac(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    (typeof value['stac_version'] === 'string' ||
      Array.isArray(value['collections']) ||
      (value['type'] === 'FeatureCollection' &&
        Array.isArray(value['features'])))
  );
}

/**
 * The data sets of a STAC document, and the documents that it points to.
 *
 * https://github.com/radiantearth/stac-spec, https://github.com/radiantearth/stac-api-spec
 */
export function readStac(document: JsonObject): IReading {
  const { collections, features } = document;
  if (Array.isArray(collections) || Array.isArray(features)) {
    const parts: readonly unknown[] = [
      ...listOf(collections),
      ...listOf(features)
    ];
    return {
      form: 'stac-api',
      records: parts.map(record),
      more: follow(document, ['next'])
    };
  }
  switch (document['type']) {
    case 'Collection': {
      const made = record(document);
      const has = Array.isArray(made['stores']) && made['stores'].length > 0;
      // A collection without data of its own is described by its items.
      return {
        form: 'stac',
        records: has ? [made] : [],
        more: follow(document, has ? ['child'] : ['child', 'item', 'items'])
      };
    }
    case 'Feature':
      return { form: 'stac', records: [record(document)], more: [] };
    default:
      // An API has all collections at one address; a static catalog links each.
      return {
        form: isApi(document) ? 'stac-api' : 'stac',
        records: [],
        more: follow(document, isApi(document) ? ['data'] : ['child', 'item'])
      };
  }
}

function isApi(document: JsonObject): boolean {
  return Array.isArray(document['conformsTo']);
}

function record(part: unknown): RawRecord {
  const read = Entry.safeParse(part);
  if (!read.success) {
    return unreadable(
      'A part of the STAC catalog is not as the standard has it.'
    );
  }
  const { id, properties, providers, license, keywords, links, assets } =
    read.data;
  const known = linksOf(links);
  const licenseLink = known.find(({ rel }) => rel === 'license');
  return {
    title: read.data.title ?? properties.title ?? id,
    description: read.data.description ?? properties.description,
    tags: keywords,
    provenance: {
      providers,
      license,
      license_link: licenseLink && {
        title: license,
        url: licenseLink.href
      }
    },
    links: known
      .filter(({ rel }) => /^(about|via|cite-as|describedby)$/.test(rel))
      .map(({ rel, href, title }) => ({ label: title ?? rel, url: href })),
    stores: Object.entries(assets).flatMap(([name, given]) => {
      const asset = Asset.safeParse(given);
      return asset.success && isData(asset.data)
        ? [
            {
              id: name,
              name: asset.data.title ?? name,
              url: asset.data.href.replace(/^reference::/, ''),
              xarray_open_kwargs: { engine: engineOf(asset.data) },
              last_updated: properties.updated
            }
          ]
        : [];
    })
  };
}

function isData({ href, type, roles }: z.infer<typeof Asset>): boolean {
  return (
    DATA_TYPE.test(type ?? '') ||
    DATA_NAME.test(href) ||
    (roles ?? []).some(role =>
      /^(references|zarr|zarr-consolidated)$/.test(role)
    )
  );
}

function engineOf({ type, roles }: z.infer<typeof Asset>): string | null {
  const told = `${type ?? ''} ${(roles ?? []).join(' ')}`;
  return /kerchunk|reference/i.test(told)
    ? 'kerchunk'
    : /zarr/i.test(told)
      ? 'zarr'
      : /netcdf|hdf5/i.test(told)
        ? 'netcdf4'
        : null;
}

function follow(
  document: JsonObject,
  wanted: readonly string[]
): IReading['more'] {
  const { links } = document;
  return linksOf(Array.isArray(links) ? links : [])
    .filter(({ rel }) => wanted.includes(rel))
    .map(({ href }) => ({ address: href, completes: null }));
}

function linksOf(links: readonly unknown[]): z.infer<typeof Link>[] {
  return links.flatMap(link => {
    const read = Link.safeParse(link);
    return read.success ? [read.data] : [];
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
