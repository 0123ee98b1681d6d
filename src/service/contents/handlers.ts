import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { openContents } from './open-contents';
import type { ObjectStore } from './gcs-source';
import { findTarget, type IPlaceOptions } from './place';

/**
 * The routes of `contents`: what is in an object or a data set.
 */
export function createContentsHandlers(
  context: IServiceContext,
  store: () => Promise<ObjectStore>
): SubjectHandlers<'contents'> {
  const options = placeOptions(context, store);
  return {
    'contents/summary': async ({ place }, signal) =>
      openContents(await findTarget(place, options), signal)
  };
}

/**
 * How places are read under a configuration. Addresses that it names may lie in a private network.
 *
 * @public For the catalog and the quick look.
 */
export function placeOptions(
  { config }: Pick<IServiceContext, 'config'>,
  store: () => Promise<ObjectStore>
): IPlaceOptions {
  const hosts = config.catalogUrls.map(url => new URL(url).host);
  return { store, trustedHosts: new Set(hosts) };
}
