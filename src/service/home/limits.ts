import type { HomeLimits } from '../../contract';
import type { Config } from '../config';

/**
 * How much the home may hold, as the operator says. A home that is not kept has no quota, whatever holds elsewhere.
 */
export function limitsOf(config: Config, isKept: boolean): HomeLimits {
  const { recommendedSource, limitSource } = config;
  return {
    recommendedBytes: isKept ? config.recommendedBytes : null,
    recommendedSource,
    limitBytes: isKept ? config.limitBytes : null,
    limitSource
  };
}
