import { LeapError } from '../../contract';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { createClearHandlers } from './clear/handlers';

/**
 * The routes of `home`.
 */
export function createHomeHandlers(
  context: IServiceContext
): SubjectHandlers<'home'> {
  return {
    ...createClearHandlers(context),
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
