import { readConfig, type Config } from '../../../src/service/config';

/**
 * A whole, checked configuration like the LEAP hub's, with the fields that a test is about in place of its own.
 */
export function leapConfig(fields: Partial<Config> = {}): Config {
  return readConfig({
    homeDirectory: '/home/jovyan',
    recommendedBytes: 25_000_000_000,
    recommendedSource: 'LEAP',
    limitBytes: 50_000_000_000,
    limitSource: 'LEAP',
    buckets: [],
    imagesOffered: ['pangeo/pangeo-notebook:2026.06.04'],
    privateRegistries: ['us-central1-docker.pkg.dev/'],
    packagesUrl:
      'https://raw.githubusercontent.com/pangeo-data/pangeo-docker-images/{tag}/{name}/packages.txt',
    catalogUrls: [],
    catalogRequestUrl: null,
    hubUrl: null,
    documentationUrl: null,
    storageEndpoint: null,
    cacheDirectory: null,
    scanConcurrency: null,
    scanOperationsPerSecond: null,
    listingConcurrency: 16,
    allowToken: false,
    allowDeletion: false,
    ...fields
  });
}
