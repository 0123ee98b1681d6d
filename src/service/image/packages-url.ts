import type { ImageReference } from '../../contract';
import { isVersion } from './pinned';
import { isPangeo } from './registry';

/** Repositories whose lists are known to hold the images of one project only. */
const PANGEO_LISTS = 'pangeo-docker-images';

/**
 * The address of the published package list of a tag, or null when there is none.
 *
 * A list belongs to one version: a tag that moves, or none, has no list that must be this image's. The lists of
 * `pangeo-docker-images` cover Pangeo's own images; a template to elsewhere is the operator's, for any image.
 *
 * @param template - `{tag}`, `{name}` and `{repository}` are filled in, each part percent-encoded.
 */
export function packagesUrlOf(
  reference: ImageReference | null,
  template: string | null
): string | null {
  if (
    reference === null ||
    reference.tag === null ||
    template === null ||
    !isVersion(reference.tag)
  ) {
    return null;
  }
  if (template.includes(PANGEO_LISTS) && !isPangeo(reference)) {
    return null;
  }
  const values: Readonly<Record<string, string>> = {
    tag: encodeURIComponent(reference.tag),
    name: encodeURIComponent(reference.name),
    repository: reference.repository
      .split('/')
      .map(encodeURIComponent)
      .join('/')
  };
  return webAddress(
    template.replace(/\{(tag|name|repository)\}/g, (mark, key: string) => {
      return values[key] ?? mark;
    })
  );
}

/** Only what a browser may safely open. */
function webAddress(text: string): string | null {
  const url = URL.parse(text);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url && isWeb && url.username === '' ? url.href : null;
}
