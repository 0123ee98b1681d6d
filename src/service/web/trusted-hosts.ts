import { readUrl } from './read-url';

/**
 * `host:port` of every address an operator named.
 */
export function trustedHosts(
  addresses: readonly string[]
): ReadonlySet<string> {
  return new Set(addresses.flatMap(address => readUrl(address)?.host ?? []));
}
