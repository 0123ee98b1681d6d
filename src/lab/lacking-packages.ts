import type { TranslationBundle } from '@jupyterlab/translation';

/**
 * Which packages code needs that this image lacks, and how to have them all the same.
 */
export function lackText(
  packages: readonly string[],
  trans: TranslationBundle
): string {
  const names = new Intl.ListFormat(undefined, { type: 'conjunction' });
  return trans._n(
    'Needs the package %2, which this image lacks. Run “%pip install %3” in a cell to have it until the server stops.',
    'Needs the packages %2, which this image lacks. Run “%pip install %3” in a cell to have them until the server stops.',
    packages.length,
    names.format(packages),
    packages.join(' ')
  );
}
