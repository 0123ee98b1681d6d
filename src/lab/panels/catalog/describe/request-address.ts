import { webAddress } from '../../../web-address';

/** Longer names are no names. */
const MAX_NAME = 200;

/**
 * The hub's form that asks for a data set, with its name filled in; null: there is no such address.
 *
 * A form of GitHub takes its title and, by their ids, its fields from the address:
 * https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue
 */
export function requestAddress(
  requestUrl: string,
  name: string
): string | null {
  const url = webAddress(requestUrl);
  const text = name.trim().slice(0, MAX_NAME);
  if (url !== null && url.host === 'github.com' && text !== '') {
    url.searchParams.set('title', `New Dataset [${text}]`);
    url.searchParams.set('name', text);
  }
  return url?.href ?? null;
}
