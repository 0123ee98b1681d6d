import type { StoreReach } from '../../../src/contract';
import {
  checkReach,
  type IReachOptions
} from '../../../src/service/catalog/reach/reach';
import { dataset, store } from './records';
import { never } from '../service/never';

/**
 * When it is.
 */
export const AT = '2026-11-23T12:00:00.000Z';

const noBuckets = {
  access: () => Promise.reject(new Error('No bucket is asked for.')),
  hubBuckets: new Set<string>(),
  now: () => new Date(AT)
};

/**
 * Check the stores at these addresses.
 */
export async function check(
  options: Partial<IReachOptions> & Pick<IReachOptions, 'trustedHosts'>,
  ...urls: string[]
): Promise<StoreReach[]> {
  const stores = urls.map((url, id) => store({ id: String(id), url }));
  return checkReach(dataset({ stores }), { ...noBuckets, ...options }, never);
}
