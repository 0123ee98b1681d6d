import type { AddedPackages } from '../../contract';
import { Cache } from '../cache';
import { trustedHosts } from '../catalog/open';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { describeImage, type IProcessPlace } from './describe';
import { readInstalled } from './installed';
import { packagesSinceStart } from './since-start';

/**
 * The routes of `image`.
 */
export function createImageHandlers(
  context: IServiceContext
): SubjectHandlers<'image'> {
  const place = { proc: '/proc', pid: process.pid };
  return {
    'image/spec': () => describeImage(context, place),
    'image/packages': () => readInstalled(context, place),
    'image/added': (_query, signal) => readAdded(context, place, signal)
  };
}

/**
 * What was installed in this server since it started.
 *
 * @throws LeapError when there is no Python, or the start of the server is not known.
 */
export async function readAdded(
  context: IServiceContext,
  place: IProcessPlace,
  signal: AbortSignal
): Promise<AddedPackages> {
  const { config, now } = context;
  const [image, installed] = await Promise.all([
    describeImage(context, place),
    readInstalled(context, place)
  ]);
  return packagesSinceStart(
    {
      installed,
      startedAt: image.startedAt,
      listAddress: image.packagesUrl,
      cache: new Cache(config.cacheDirectory),
      now,
      trustedHosts: trustedHosts(
        image.packagesUrl === null ? [] : [image.packagesUrl]
      )
    },
    signal
  );
}
