import { isObject, type JsonObject } from '../record/record-parts';
import type { IReading } from './form';

const META = 'ncviewjs:meta_yaml_url';

/**
 * Whether this is one feedstock's `catalog.yaml`, or its `meta.yaml`.
 */
export function isFeedstock(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    (Array.isArray(value['stores']) ||
      META in value ||
      ('title' in value && ('provenance' in value || 'maintainers' in value)))
  );
}

/**
 * A feedstock's `catalog.yaml`. What it leaves out (title, description, provenance) its `meta.yaml` has.
 */
export function readFeedstock(catalog: JsonObject): IReading {
  const meta = catalog[META];
  return typeof meta === 'string' && catalog['title'] === undefined
    ? {
        form: 'feedstock',
        records: [],
        more: [{ address: rawAddress(meta), completes: catalog }]
      }
    : { form: 'feedstock', records: [catalog], more: [] };
}

/**
 * GitHub shows a file at one address and hands it out at another.
 */
export function rawAddress(address: string): string {
  return address.replace(
    /^https:\/\/github\.com\/([^/]+\/[^/]+)\/blob\//,
    'https://raw.githubusercontent.com/$1/'
  );
}
