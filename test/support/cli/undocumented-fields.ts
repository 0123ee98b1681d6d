import { DU_MANUAL } from '../../../src/cli/du-manual';

/**
 * The names of fields, at any depth, that the manual of `leap du` does not say a word about.
 */
export function undocumented(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(undocumented);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(new RegExp(`\\b${name}\\b`).test(DU_MANUAL) ? [] : [name]),
    ...undocumented(inner)
  ]);
}
