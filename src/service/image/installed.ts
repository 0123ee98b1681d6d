import type { ImagePackages } from '../../contract';
import type { IServiceContext } from '../config';
import type { IProcessPlace } from './describe';
import { findEnvironment } from './environment';
import { readPackages, userDirectoryOf } from './packages';

/**
 * What is installed in the Python of the server that this process belongs to.
 *
 * @throws LeapError `not-found` when there is no Python.
 */
export async function readInstalled(
  { config, env }: Pick<IServiceContext, 'config' | 'env'>,
  place: IProcessPlace
): Promise<ImagePackages> {
  const environment = await findEnvironment({ ...place, env });
  return readPackages(
    environment,
    config.homeDirectory,
    userDirectoryOf(environment, env)
  );
}
