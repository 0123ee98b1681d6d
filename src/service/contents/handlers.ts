import { join } from 'node:path';
import { LeapError, type ContentsPlace } from '../../contract';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { trustedHosts } from '../web/trusted-hosts';
import type { OpenFile } from './kerchunk/pieces';
import { Looks } from './looks';
import { openArrays, openContents, type IOpeners } from './open-contents';
import type { ObjectStore } from './gcs-source';
import { describerIn } from './thread/describing';
import { ReadingThread } from './thread/reading-thread';
import { findTarget, type IPlaceOptions, type ITarget } from './place';

/**
 * The routes of `contents`: what is in an object or a data set.
 *
 * @param scripts - Where the bundled threads lie that read chunks.
 */
export function createContentsHandlers(
  context: IServiceContext,
  store: () => Promise<ObjectStore>,
  scripts = __dirname
): SubjectHandlers<'contents'> {
  const options = placeOptions(context, store);
  const threads = {
    zarr: new ReadingThread(join(scripts, 'reader.cjs')),
    file: new ReadingThread(join(scripts, 'hdf5.cjs'))
  };
  const describe = describerIn(threads);
  const opening = async (
    place: ContentsPlace
  ): Promise<[ITarget, IOpeners]> => {
    const paid = { ...options, payerOf: payerOf(place) };
    const openers = { openOther: otherFiles(paid), describe };
    return [await findTarget(place, paid), openers];
  };
  const looks = new Looks(
    async (place, signal) => openArrays(...(await opening(place)), signal),
    threads,
    () => performance.now()
  );
  return {
    'contents/summary': async ({ place }, signal) =>
      openContents(...(await opening(place)), signal),
    'contents/cost': (query, signal) => looks.cost(query, signal),
    'contents/slice': (query, signal) => looks.slice(query, signal)
  };
}

/**
 * How places are read under a configuration. Addresses that it names may lie in a private network.
 */
export function placeOptions(
  { config }: Pick<IServiceContext, 'config'>,
  store: () => Promise<ObjectStore>
): IPlaceOptions {
  return { store, trustedHosts: trustedHosts(config.catalogUrls) };
}

/** Who named a project for one bucket did not name it for those that its references point to. */
function payerOf(place: ContentsPlace): (bucket: string) => string | null {
  return bucket =>
    'bucket' in place && place.bucket === bucket ? (place.payer ?? null) : null;
}

/**
 * Opens the files that references point to, by the same rules as any address.
 */
function otherFiles(options: IPlaceOptions): OpenFile {
  return async url => {
    const { object } = await findTarget({ url }, options);
    if (object === null) {
      throw new LeapError(
        'bad-upstream',
        `The references point to a folder, not to a file: ${url.slice(0, 200)}`
      );
    }
    return object;
  };
}
