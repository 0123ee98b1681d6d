import { LeapError } from '../../contract';
import { readUrl } from './read-url';

/**
 * Where redirects may lead.
 */
export interface IRedirects {
  /** `host:port` of what the operator configured. */
  readonly trustedHosts: ReadonlySet<string>;
  /** `trusted`: to the same or a trusted host alone. `public`: anywhere on the public internet. */
  readonly redirects: 'trusted' | 'public';
}

/**
 * Where a redirect leads, if it may be followed. Whether that place may be asked is not decided here.
 *
 * @throws LeapError `bad-upstream` where it is no address, `forbidden` where it gives up encryption or leaves the known hosts.
 */
export function nextHop(
  from: URL,
  location: string,
  { trustedHosts, redirects }: IRedirects
): URL {
  const to = readUrl(location, from.href);
  if (to === null) {
    throw new LeapError('bad-upstream', 'The address redirects to nowhere.');
  }
  if (from.protocol === 'https:' && to.protocol !== 'https:') {
    throw new LeapError(
      'forbidden',
      'The address redirects from https to an unprotected address.'
    );
  }
  const isKnown = to.host === from.host || trustedHosts.has(to.host);
  if (redirects === 'trusted' && !isKnown) {
    throw new LeapError(
      'forbidden',
      `The address redirects to another host (${to.host}). If that is right, configure that address instead.`
    );
  }
  return to;
}
