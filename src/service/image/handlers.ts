import type {
  AddedPackages,
  InstalledPackage,
  PackageComparison,
  PackageComparisonQuery
} from '../../contract';
import { Cache } from '../cache';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { trustedHosts } from '../web/trusted-hosts';
import { compareImages } from './compare';
import { describeImage, type IProcessPlace } from './describe';
import { readInstalled } from './installed';
import { MissingPackages } from './missing-packages';
import { describeOther } from './other';
import { packagesSinceStart } from './since-start';

/**
 * The routes of `image`.
 */
export function createImageHandlers(
  context: IServiceContext
): SubjectHandlers<'image'> {
  const place = { proc: '/proc', dev: '/dev', pid: process.pid };
  const missing = new MissingPackages(context);
  return {
    'image/spec': () => describeImage(context, place),
    'image/packages': () => readInstalled(context, place),
    'image/added': (_query, signal) => readAdded(context, place, signal),
    'image/lacking': async ({ packages }) => ({
      packages: await missing.of(packages)
    }),
    'image/other': ({ spec }) => describeOther(spec, context, place),
    'image/comparison': (query, signal) =>
      compare(query, context, place, signal)
  };
}

/**
 * What was installed in this server since it started.
 *
 * @throws LeapError when there is no Python, or the start of the server is not known.
 */
export async function readAdded(
  context: IServiceContext,
  place: IProcessPlace,
  signal: AbortSignal
): Promise<AddedPackages> {
  const { config, now } = context;
  const [image, installed] = await Promise.all([
    describeImage(context, place),
    readInstalled(context, place)
  ]);
  return packagesSinceStart(
    {
      installed,
      startedAt: image.startedAt,
      listAddress: image.packagesUrl,
      cache: new Cache(config.cacheDirectory),
      now,
      trustedHosts: trustedHosts(
        image.packagesUrl === null ? [] : [image.packagesUrl]
      )
    },
    signal
  );
}

async function compare(
  { from, to }: PackageComparisonQuery,
  context: IServiceContext,
  place: IProcessPlace,
  signal: AbortSignal
): Promise<PackageComparison> {
  const { config, now } = context;
  const { reference: own } = await describeImage(context, place);
  const { packagesUrl: template } = config;
  return compareImages(
    {
      from,
      to,
      own,
      template,
      installed: () => comparableHere(context, place),
      cache: new Cache(config.cacheDirectory),
      now,
      trustedHosts: trustedHosts(template === null ? [] : [template])
    },
    signal
  );
}

/** Published lists hold what conda installed; what a user put into the home is no part of an image. */
async function comparableHere(
  context: IServiceContext,
  place: IProcessPlace
): Promise<readonly InstalledPackage[]> {
  const { packages } = await readInstalled(context, place);
  const own = packages.filter(({ inHome }) => !inHome);
  const conda = own.filter(({ source }) => source === 'conda');
  return conda.length > 0 ? conda : own;
}
