import type { Image, ImageReference } from '../../contract';
import type { Config } from '../config';
import { parseImageSpec } from './reference';

/** The names under which the default registry is written out. */
const DOCKER_HUB: ReadonlySet<string> = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io'
]);

/**
 * Whether an image is one of the Pangeo project's, on either of the registries it publishes to.
 */
export function isPangeo(reference: ImageReference): boolean {
  const host = registryHost(reference);
  return (
    reference.organisation === 'pangeo' &&
    (host === 'docker.io' || host === 'quay.io')
  );
}

/**
 * Whether others can pull an image, as far as the configuration knows.
 *
 * Public are the images that the hub offers and Pangeo's own; of any other registry nothing is claimed.
 */
export function availabilityOf(
  reference: ImageReference | null,
  config: Pick<Config, 'privateRegistries' | 'imagesOffered'>
): Image['availability'] {
  if (reference === null) {
    return 'unknown';
  }
  const place = placeOf(reference);
  if (config.privateRegistries.some(start => isBelow(place, start))) {
    return 'private';
  }
  const hasOffers = offersOf(reference, config.imagesOffered).length > 0;
  return hasOffers || isPangeo(reference) ? 'public' : 'unknown';
}

/**
 * The registry in lower case, the default one written out.
 */
function registryHost(reference: ImageReference): string {
  const host = reference.registry?.toLowerCase() ?? 'docker.io';
  return DOCKER_HUB.has(host) ? 'docker.io' : host;
}

/**
 * The images that the hub offers from the repository that a reference is of, in the hub's own order. An offer that
 * cannot be read is the operator's to mend; it says nothing about this image.
 */
export function offersOf(
  reference: ImageReference,
  imagesOffered: readonly string[]
): { spec: string; reference: ImageReference }[] {
  const place = placeOf(reference);
  return imagesOffered.flatMap(spec => {
    try {
      const offered = parseImageSpec(spec);
      return placeOf(offered) === place ? [{ spec, reference: offered }] : [];
    } catch {
      return [];
    }
  });
}

/**
 * Whether two references name one image, however each is written. With digests on both sides nothing else counts;
 * no tag is `latest`.
 */
export function isSameImage(a: ImageReference, b: ImageReference): boolean {
  const isSamePlace = placeOf(a) === placeOf(b);
  return a.digest !== null && b.digest !== null
    ? isSamePlace && a.digest === b.digest
    : isSamePlace && (a.tag ?? 'latest') === (b.tag ?? 'latest');
}

/** Registry and repository, the same for all spellings of one. */
function placeOf(reference: ImageReference): string {
  return `${registryHost(reference)}/${reference.repository}`;
}

/** Compared part by part: `quay.io` is not the beginning of `quay.io.example.org/x`. */
function isBelow(place: string, start: string): boolean {
  const parts = place.split('/');
  const wanted = start.replace(/\/+$/, '').split('/');
  return (
    wanted[0] !== '' &&
    wanted.every((part, index) =>
      index === 0 ? part.toLowerCase() === parts[0] : part === parts[index]
    )
  );
}
