import * as z from 'zod/mini';
import { count } from './scalars';

/**
 * That the service is there, and which version it is.
 */
export type ServiceHealth = z.infer<typeof ServiceHealth>;
export const ServiceHealth = z.object({
  version: z.string(),
  node: z.string(),
  uptimeSeconds: count,
  residentBytes: count
});
