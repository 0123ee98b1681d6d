import type {
  AddedPackages,
  Image,
  ImagePackages,
  OtherImage,
  PackageComparison
} from '../../../src/contract';

/** The image that most users of the LEAP hub run. */
export function image(fields: Partial<Image> = {}): Image {
  return {
    spec: 'pangeo/pangeo-notebook:2026.06.04',
    source: 'JUPYTER_IMAGE_SPEC',
    reference: {
      registry: null,
      organisation: 'pangeo',
      name: 'pangeo-notebook',
      repository: 'pangeo/pangeo-notebook',
      tag: '2026.06.04',
      digest: null
    },
    pinned: 'tag',
    problem: null,
    packagesUrl:
      'https://raw.githubusercontent.com/pangeo-data/pangeo-docker-images/2026.06.04/pangeo-notebook/packages.txt',
    availability: 'public',
    offeredAs: 'pangeo/pangeo-notebook:2026.06.04',
    offeredCount: 4,
    newerOffered: null,
    startedAt: '2026-11-23T09:12:00.000Z',
    pythonVersion: '3.12.11',
    gpus: [],
    ...fields
  };
}

/** An image that nothing names. */
export const NO_IMAGE = image({
  spec: null,
  source: null,
  reference: null,
  pinned: 'unknown',
  packagesUrl: null,
  availability: 'unknown',
  offeredAs: null
});

/** Packages given as `name version`. */
export function packages(
  list: readonly string[],
  unreadableCount = 0
): ImagePackages {
  return {
    packages: list.map(each => {
      const [name = '', version = ''] = each.split(' ');
      return {
        name,
        version,
        source: 'conda',
        inHome: false,
        installedAt: null
      };
    }),
    unreadableCount
  };
}

/** Packages added since the start, given as `source name version before`. */
export function added(
  list: readonly string[] = [],
  fields: Partial<AddedPackages> = {}
): AddedPackages {
  return {
    packages: list.map(each => {
      const [source, name = '', version = '', before] = each.split(' ');
      return {
        name,
        version,
        source: source === 'conda' ? 'conda' : 'pip',
        before: before ?? null
      };
    }),
    since: '2026-11-23T09:12:00.000Z',
    comparedWith: 'list',
    comparedAt: '2026-11-23T12:00:00.000Z',
    problem: null,
    unreadableCount: 0,
    ...fields
  };
}

/** The image that an old notebook was made with, as the service describes it. */
export function otherImage(fields: Partial<OtherImage> = {}): OtherImage {
  return {
    reference: {
      registry: null,
      organisation: 'pangeo',
      name: 'pangeo-notebook',
      repository: 'pangeo/pangeo-notebook',
      tag: '2023.05.08',
      digest: null
    },
    problem: null,
    isThis: false,
    packagesUrl: null,
    spawnUrl: '/hub/spawn/ann/old?image=pangeo%2Fpangeo-notebook%3A2023.05.08',
    recipesUrl: null,
    ...fields
  };
}

/** What changed from that image to this one. */
export const COMPARISON: PackageComparison = {
  changes: [
    { name: 'numpy', before: '1.24', after: '2.3', kind: 'major' },
    { name: 'rasterio', before: '1.3', after: null, kind: 'removed' },
    { name: 'dask', before: '2026.1', after: '2026.5', kind: 'other' },
    { name: 'icechunk', before: null, after: '1.1', kind: 'added' }
  ],
  sameCount: 321,
  comparedWith: 'list',
  recipesUrl:
    'https://github.com/pangeo-data/pangeo-docker-images/compare/2023.05.08..2026.06.04'
};
