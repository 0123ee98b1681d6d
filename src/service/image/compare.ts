import {
  LeapError,
  type ImageReference,
  type PackageComparison
} from '../../contract';
import { comparePackages } from './comparison';
import { readPackageList, type IListOptions } from './package-list';
import { packagesUrlOf } from './packages-url';
import { recipesUrlOf } from './recipes-url';
import { parseImageSpec } from './reference';
import { isSameImage } from './registry';

interface INamedVersion {
  readonly name: string;
  readonly version: string;
}

/**
 * What is compared, and where lists come from.
 */
export interface IComparing extends IListOptions {
  /** The image spec that it begins with. */
  readonly from: string;
  /** The one it leads to; null: the image of this server. */
  readonly to: string | null;
  /** This server's image; null when nothing names it. */
  readonly own: ImageReference | null;
  /** What is installed here, for an image that has no published list. */
  readonly installed: () => Promise<readonly INamedVersion[]>;
  /** The configured address of package lists. */
  readonly template: string | null;
}

/**
 * Compare the published package lists of two images, or of one and this server's. An image of this server that has
 * no list, or none that answers, is taken as it is installed.
 *
 * @throws LeapError that says in a sentence why there is no list: `bad-request`, `not-found`, `unavailable`, …
 */
export async function compareImages(
  options: IComparing,
  signal: AbortSignal
): Promise<PackageComparison> {
  const { from, to, own, template } = options;
  const before = parseImageSpec(from);
  const after = to === null ? own : parseImageSpec(to);
  const [old, now] = await Promise.all([
    side(before, options, signal),
    to === null ? here(own, options, signal) : side(after, options, signal)
  ]);
  return {
    ...comparePackages(old.packages, now.packages),
    comparedWith:
      old.comparedWith === 'list' ? now.comparedWith : old.comparedWith,
    recipesUrl: recipesUrlOf(before, after, template)
  };
}

interface ICompared {
  readonly packages: readonly INamedVersion[];
  readonly comparedWith: PackageComparison['comparedWith'];
}

/** This server's image may be named on either side. */
async function side(
  reference: ImageReference | null,
  options: IComparing,
  signal: AbortSignal
): Promise<ICompared> {
  const { own } = options;
  return reference !== null && own !== null && isSameImage(reference, own)
    ? here(own, options, signal)
    : asList(await published(reference, options, signal));
}

function asList(packages: readonly INamedVersion[]): ICompared {
  return { packages, comparedWith: 'list' };
}

async function here(
  own: ImageReference | null,
  options: IComparing,
  signal: AbortSignal
): Promise<ICompared> {
  try {
    return asList(await published(own, options, signal));
  } catch (reason) {
    if (LeapError.from(reason).code === 'cancelled') {
      throw reason;
    }
    return { packages: await options.installed(), comparedWith: 'installed' };
  }
}

async function published(
  reference: ImageReference | null,
  options: IComparing,
  signal: AbortSignal
): Promise<readonly INamedVersion[]> {
  const address = packagesUrlOf(reference, options.template);
  if (address === null) {
    throw new LeapError(
      'not-found',
      'No list of packages is known for that image, so there is nothing to compare.'
    );
  }
  return (await readPackageList(address, options, signal)).packages;
}
