import { LeapError } from '../../contract';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';

/**
 * The routes of `buckets`.
 */
export function createBucketsHandlers(_context: IServiceContext): SubjectHandlers<'buckets'> {
  return {
    'buckets/configured': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    },
    'buckets/place': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    },
    'buckets/listing': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    },
    'buckets/recognition': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    },
    'buckets/size': () => {
      throw new LeapError('unavailable', 'Not built yet.');
    }
  };
}
