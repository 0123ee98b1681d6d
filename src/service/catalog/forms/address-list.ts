import { withoutClosingSlashes } from '../../web/closing-slashes';
import { isObject, type JsonObject } from '../record/record-parts';
import type { RawRecord } from '../record/raw-record';

/** Fields under which lists of analysis-ready stores keep an address. */
const ADDRESS_FIELDS = ['url', 'href', 'store', 'zstore', 'path', 'urlpath'];

const ADDRESS = /^(https?|gs|s3):\/\/\S+$/i;

/** Under which they keep a list: of Google's, of Pangeo's and of Earthmover's lists. */
const LIST_FIELDS = ['datasets', 'stores', 'zarr', 'data', 'items'];

/**
 * The data sets of a list of analysis-ready, cloud-optimised stores: addresses, names with addresses, or objects that
 * have an address among their fields. Null: it is no such list.
 */
export function readAddressList(value: unknown): RawRecord[] | null {
  if (Array.isArray(value)) {
    const records = value.map(item => recordOf(item, null));
    return records.some(record => record !== null)
      ? records.filter(record => record !== null)
      : null;
  }
  if (!isObject(value)) {
    return null;
  }
  for (const field of LIST_FIELDS) {
    const inner = value[field];
    if (Array.isArray(inner) || isObject(inner)) {
      return readAddressList(inner);
    }
  }
  const records = Object.entries(value)
    .map(([name, item]) => recordOf(item, name))
    .filter(record => record !== null);
  return records.length > 0 ? records : null;
}

/**
 * The addresses of a text with one a line; null when it is another text.
 */
export function readAddressLines(text: string): RawRecord[] | null {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every(line => ADDRESS.test(line))
    ? readAddressList(lines)
    : null;
}

function recordOf(item: unknown, name: string | null): RawRecord | null {
  const fields: JsonObject = isObject(item) ? item : { url: item };
  const url = ADDRESS_FIELDS.map(field => fields[field]).find(
    (address): address is string =>
      typeof address === 'string' && ADDRESS.test(address)
  );
  if (url === undefined) {
    return null;
  }
  const title = fields['title'] ?? fields['name'] ?? name ?? nameOf(url);
  return {
    title,
    description: fields['description'],
    tags: fields['tags'] ?? fields['keywords'],
    provenance: { license: fields['license'] },
    stores: [{ id: nameOf(url), name: nameOf(url), url }]
  };
}

function nameOf(url: string): string {
  return withoutClosingSlashes(url).split('/').at(-1) ?? url;
}
