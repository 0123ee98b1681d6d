import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { describeImage } from './describe';
import { findEnvironment } from './environment';
import { readPackages, userDirectoryOf } from './packages';

/**
 * The routes of `image`.
 */
export function createImageHandlers(
  context: IServiceContext
): SubjectHandlers<'image'> {
  const place = { proc: '/proc', pid: process.pid };
  const { config, env } = context;
  return {
    'image/spec': () => describeImage(context, place),
    'image/packages': async () => {
      const environment = await findEnvironment({ ...place, env });
      return readPackages(
        environment,
        config.homeDirectory,
        userDirectoryOf(environment, env)
      );
    }
  };
}
