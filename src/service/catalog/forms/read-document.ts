import { LeapError } from '../../../contract';
import { isObject, type JsonObject } from '../record/record-parts';
import { readAddressLines, readAddressList } from './address-list';
import { isFeedstock, readFeedstock } from './feedstock';
import type { IReading } from './form';
import { isIntake, readIntake } from './intake';
import { parseCatalogText } from './parse';
import { isStac, readStac } from './stac';

/**
 * What a document of a catalog says, whatever its form: the web catalog's JSON, a feedstock's YAML, STAC, intake, or a
 * list of addresses.
 *
 * @param completes - The fields that it is to be added to; null: it stands for itself.
 * @throws LeapError `bad-upstream` when it is none of them.
 */
export function readDocument(
  text: string,
  completes: JsonObject | null = null
): IReading {
  const lines = readAddressLines(text);
  if (lines) {
    return { form: 'addresses', records: lines, more: [] };
  }
  const value = parseCatalogText(text);
  if (completes) {
    return {
      form: 'feedstock',
      records: [{ ...(isObject(value) ? value : {}), ...completes }],
      more: []
    };
  }
  if (isStac(value)) {
    return readStac(value);
  }
  if (isIntake(value)) {
    return readIntake(value);
  }
  if (isFeedstock(value)) {
    return readFeedstock(value);
  }
  const listed = readAddressList(value);
  if (listed) {
    return { form: 'addresses', records: listed, more: [] };
  }
  throw new LeapError(
    'bad-upstream',
    'The catalog is not a list of data sets.'
  );
}
