import type { InstalledPackage } from '../../../../contract';

/**
 * The packages whose name holds every typed word; case and the three separators of names (`-`, `_`, `.`) make no
 * difference. Nothing typed finds all.
 */
export function searchPackages(
  packages: readonly InstalledPackage[],
  typed: string
): readonly InstalledPackage[] {
  const words = normal(typed)
    .split(/\s+/)
    .filter(word => word !== '');
  return words.length === 0
    ? packages
    : packages.filter(({ name }) => {
        const text = normal(name);
        return words.every(word => text.includes(word));
      });
}

function normal(text: string): string {
  return text.toLowerCase().replace(/[-_.]+/g, '-');
}
