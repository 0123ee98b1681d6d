import type { HomeLimits } from '../../contract';
import type { Config } from '../config';

/** How much the home may hold, as the operator says. */
export function limitsOf(config: Config): HomeLimits {
  const { recommendedBytes, recommendedSource, limitBytes, limitSource } =
    config;
  return { recommendedBytes, recommendedSource, limitBytes, limitSource };
}
