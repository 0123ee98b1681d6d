import { LeapError } from '../../contract';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';

/**
 * The routes of `home`.
 */
export function createHomeHandlers(_context: IServiceContext): SubjectHandlers<'home'> {
  return {
    'home/summary': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    },
    'home/usage': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    },
    'home/directory': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    }
  };
}
