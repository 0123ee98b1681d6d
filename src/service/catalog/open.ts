import type { Cache } from '../cache';
import type { Config } from '../config';
import { trustedHosts } from '../web/trusted-hosts';
import { KeptCatalogs } from './sources/kept-catalogs';
import { CatalogLibrary } from './library';
import type { OwnSources } from './sources/own-sources';
import type { KnownStores } from './record/traits';

/** What a library may have beside its addresses. */
interface ILibraryExtras {
  /** Ends every request. */
  readonly signal?: AbortSignal;
  /** What is known of stores beyond their records. */
  readonly known?: () => Promise<KnownStores>;
  /** Keeps the addresses that the user added. */
  readonly own?: OwnSources;
}

/**
 * The library of these addresses.
 *
 * @param addresses - From the configuration, or from the command line.
 */
export function createLibrary(
  config: Config,
  addresses: readonly string[],
  cache: Cache,
  now: () => Date,
  { signal, known, own }: ILibraryExtras = {}
): CatalogLibrary {
  return new CatalogLibrary({
    addresses,
    source: { trustedHosts: trustedHosts(addresses) },
    kept: new KeptCatalogs(cache),
    hubBuckets: hubBuckets(config),
    homeDirectory: config.homeDirectory,
    requestUrl: config.catalogRequestUrl,
    now,
    ...(signal ? { signal } : {}),
    ...(known ? { known } : {}),
    ...(own ? { own } : {})
  });
}

/**
 * Buckets that this hub's credentials open: the configured ones.
 */
export function hubBuckets(config: Config): ReadonlySet<string> {
  return new Set(config.buckets.map(({ name }) => name));
}
