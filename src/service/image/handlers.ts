import { LeapError } from '../../contract';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';

/**
 * The routes of `image`.
 */
export function createImageHandlers(_context: IServiceContext): SubjectHandlers<'image'> {
  return {
    'image/spec': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    },
    'image/packages': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    }
  };
}
