import type { AddedPackages, Image } from '../contract';
import { printable } from './terminal';

/**
 * What `leap image` prints: the name and tag, the spec as it is, and each fact in a line of its own.
 */
export function imageText(image: Image): string {
  const { reference, spec, startedAt, pythonVersion, packagesUrl, gpus } =
    image;
  const title = reference && [reference.name, reference.tag].filter(Boolean);
  const lines = [
    title?.join(' '),
    spec === null ? null : printable(spec),
    meaning(image),
    image.availability === 'private'
      ? 'Only this hub can pull it: others need another image.'
      : null,
    offerText(image),
    pythonVersion === null ? null : `Python ${pythonVersion}`,
    gpus.length === 0 ? null : `GPU ${gpus.map(printable).join(', ')}`,
    startedAt === null ? null : `Server started ${startedAt}`,
    packagesUrl === null ? null : `Packages of this tag: ${packagesUrl}`
  ];
  return lines.map(line => (line ? `${line}\n` : '')).join('');
}

/**
 * What `leap image packages` and `leap image added` print: the lines of a requirements file.
 */
export function packagesText(
  packages: readonly { readonly name: string; readonly version: string }[]
): string {
  return packages.map(({ name, version }) => `${name}==${version}\n`).join('');
}

/**
 * What `leap image added` says beside its list.
 */
export function addedText(added: AddedPackages): string {
  const count = added.packages.length;
  const comparison =
    added.comparedWith === 'list'
      ? 'Compared with the published list of this tag.'
      : `Compared with what was installed at ${added.comparedAt}. ${added.problem ?? ''}`.trim();
  const sentence =
    count === 0
      ? `Nothing was installed since ${added.since}.`
      : `Installed since ${added.since}, gone when this server stops: ${count}.`;
  return `${sentence} ${comparison}\n`;
}

function offerText(image: Image): string | null {
  const { newerOffered, offeredAs, offeredCount } = image;
  if (newerOffered !== null) {
    return `The hub now offers ${printable(newerOffered)}.`;
  }
  if (image.reference === null || offeredCount === 0) {
    return null;
  }
  return offeredAs === null
    ? 'The hub does not offer this image: it is started as a custom image.'
    : 'The hub offers this image.';
}

function meaning(image: Image): string {
  if (image.spec === null) {
    return 'This server did not say which image it runs: JUPYTER_IMAGE_SPEC is not set.';
  }
  switch (image.pinned) {
    case 'digest':
      return 'Pinned by its digest: this is always the same image.';
    case 'tag':
      return 'A tag can be moved; its digest is not known here.';
    case 'moving':
      return 'This tag moves: it names another image with every release.';
    case 'none':
      return 'No tag: latest is assumed, which is not reproducible.';
    case 'unknown':
      return `This form cannot be read. ${image.problem ?? ''}`.trim();
  }
}
