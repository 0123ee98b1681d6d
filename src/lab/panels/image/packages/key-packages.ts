import type { InstalledPackage } from '../../../../contract';

/** What fits on two lines of a narrow sidebar. */
const MAX_SHOWN = 8;

/**
 * The packages that a methods section names, most telling first, each with the other names it goes by in conda.
 */
const KEY_PACKAGES: readonly (readonly string[])[] = [
  ['xarray'],
  ['zarr'],
  ['dask', 'dask-core'],
  ['numpy'],
  ['pandas'],
  ['torch', 'pytorch'],
  ['tensorflow', 'tensorflow-base'],
  ['jax'],
  ['icechunk'],
  ['netcdf4'],
  ['matplotlib', 'matplotlib-base'],
  ['cartopy'],
  ['gcsfs'],
  ['intake-esm'],
  ['scikit-learn'],
  ['scipy']
];

/**
 * Name and version of a package.
 */
export interface IKeyPackage {
  readonly name: string;
  readonly version: string;
}

/**
 * The key packages among those that are installed, at most eight. What a user put into the home comes first, as
 * Python sees it first.
 */
export function keyPackages(
  installed: readonly InstalledPackage[]
): readonly IKeyPackage[] {
  const versions = new Map<string, string>();
  for (const { name, version, inHome } of installed) {
    const key = name.toLowerCase();
    if (inHome || !versions.has(key)) {
      versions.set(key, version);
    }
  }
  return KEY_PACKAGES.flatMap(names => {
    const [shown = ''] = names;
    const version = names
      .map(name => versions.get(name))
      .find(found => found !== undefined);
    return version === undefined ? [] : [{ name: shown, version }];
  }).slice(0, MAX_SHOWN);
}
