import { LeapError } from '../../contract';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';

/**
 * The routes of `catalog`.
 */
export function createCatalogHandlers(_context: IServiceContext): SubjectHandlers<'catalog'> {
  return {
    'catalog/summary': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    },
    'catalog/refresh': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    },
    'catalog/search': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    },
    'catalog/dataset': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    },
    'catalog/reach': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    }
  };
}
