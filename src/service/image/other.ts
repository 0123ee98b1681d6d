import {
  LeapError,
  type ImageReference,
  type OtherImage
} from '../../contract';
import type { IServiceContext } from '../config';
import { describeImage, type IProcessPlace } from './describe';
import { packagesUrlOf } from './packages-url';
import { recipesUrlOf } from './recipes-url';
import { parseImageSpec } from './reference';
import { isSameImage } from './registry';
import { spawnUrlOf } from './spawn-url';

/**
 * Another image than this server's, and the ways to it. Nothing is fetched.
 */
export async function describeOther(
  spec: string,
  context: IServiceContext,
  place: IProcessPlace
): Promise<OtherImage> {
  const { config, env } = context;
  const { reference: own } = await describeImage(context, place);
  const { reference, problem } = read(spec);
  return {
    reference,
    problem,
    isThis: reference !== null && own !== null && isSameImage(reference, own),
    packagesUrl: packagesUrlOf(reference, config.packagesUrl),
    spawnUrl: spawnUrlOf(reference, config, env),
    recipesUrl: recipesUrlOf(reference, own, config.packagesUrl)
  };
}

function read(spec: string): {
  reference: ImageReference | null;
  problem: string | null;
} {
  try {
    return { reference: parseImageSpec(spec), problem: null };
  } catch (reason) {
    return { reference: null, problem: LeapError.from(reason).message };
  }
}
