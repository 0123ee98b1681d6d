import type { Dataset } from '../../../contract';
import { readLine, readText, safeLink } from './text';

/** A record holds no more of anything than this, so that one record cannot fill the memory. */
const MAX_ITEMS = 2000;
const MAX_NAME = 500;
/** The hub's longest has 1,300 characters: the authors of a reanalysis. */
const MAX_PROVIDER = 2000;

/** A JSON object, whose fields are not known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Whether this is a JSON object.
 */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The first items of a list; nothing when it is not one.
 */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MAX_ITEMS) : [];
}

/**
 * Tags, each once.
 */
export function readTags(value: unknown): string[] {
  const tags = items(value).map(tag => readLine(tag, 200));
  return [...new Set(tags.filter(tag => tag !== null))];
}

/**
 * The people who look after a data set; who has no name is left out.
 */
export function readMaintainers(value: unknown): Dataset['maintainers'] {
  return items(value).flatMap(item => {
    const name = isObject(item) ? readLine(item['name'], MAX_NAME) : null;
    return isObject(item) && name !== null
      ? [{ name, github: readGithubName(item['github']) }]
      : [];
  });
}

/**
 * Who made the data, and under which licence they may be used.
 */
export function readProvenance(
  value: unknown
): Pick<Dataset, 'providers' | 'license' | 'licenseUrl'> {
  if (!isObject(value)) {
    return { providers: [], license: null, licenseUrl: null };
  }
  const link = value['license_link'];
  const license = readLine(value['license'], MAX_NAME);
  const linkTitle = isObject(link) ? readLine(link['title'], MAX_NAME) : null;
  return {
    providers: items(value['providers']).flatMap(item => {
      const name = isObject(item) ? readLine(item['name'], MAX_NAME) : null;
      return isObject(item) && name !== null
        ? [
            {
              name,
              description: readText(item['description'], MAX_PROVIDER),
              url: safeLink(item['url'])
            }
          ]
        : [];
    }),
    license: license ?? linkTitle,
    // Some records have the licence's address in place of its name.
    licenseUrl:
      (isObject(link) ? safeLink(link['url']) : null) ?? safeLink(license)
  };
}

/**
 * Links that are safe to click; an unsafe one keeps its label and loses its address.
 */
export function readLinks(value: unknown): Dataset['links'] {
  return items(value).flatMap(item => {
    if (!isObject(item)) {
      return [];
    }
    const url = safeLink(item['url']);
    const text = readLine(item['url'], 300);
    const label = readLine(item['label'], MAX_NAME) ?? text;
    return label === null ? [] : [{ label, url, text: text ?? '' }];
  });
}

/**
 * A moment in UTC; null when it is missing or no date. Times without a zone are taken as UTC.
 */
export function readInstant(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) {
    return null;
  }
  const hasTime = /^\d{4}-\d\d-\d\d[T ]/.test(value);
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/i.test(value);
  const time = Date.parse(hasTime && !hasZone ? `${value}Z` : value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function readGithubName(value: unknown): string | null {
  const name = readLine(value, 100);
  return name !== null && /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(name) ? name : null;
}
