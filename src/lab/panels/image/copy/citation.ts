import type { Image, ImageReference } from '../../../../contract';
import { markdownText } from '../../../markdown-text';
import type { IKeyPackage } from '../packages/key-packages';
import { bibtexText } from './quoting';

/** What a citation of the software is made of. */
export interface ICited {
  readonly image: Image;
  readonly packages: readonly IKeyPackage[];
}

/** Where people look an image up, for the registries that have a page for each. */
const PAGES: ReadonlyMap<string, (repository: string) => string> = new Map([
  ['docker.io', repository => `https://hub.docker.com/r/${repository}`],
  ['quay.io', repository => `https://quay.io/repository/${repository}`]
]);

/**
 * A sentence for a methods section.
 */
export function citationText(cited: ICited): string {
  return sentence(cited, text => text);
}

/**
 * The same sentence as Markdown, the image's name as a link where its registry has a page for it.
 */
export function citationMarkdown(cited: ICited): string {
  return sentence(cited, markdownText);
}

/**
 * An entry for a bibliography; its year is the tag's, where that is a date.
 */
export function citationBibtex({ image, packages }: ICited): string {
  const { reference, spec, pythonVersion } = image;
  const name = reference?.repository ?? spec ?? '';
  const year = /(?:^|\D)(20\d\d)(?:\D|$)/.exec(reference?.tag ?? '')?.[1];
  const page = reference && pageOf(reference);
  const fields: [string, string | null | undefined][] = [
    ['title', `{${bibtexText(name)}: container image}`],
    [
      'author',
      reference?.organisation && `{${bibtexText(reference.organisation)}}`
    ],
    ['version', version(reference) && bibtexText(version(reference) ?? '')],
    ['year', year],
    ['howpublished', page && `\\url{${page}}`],
    ['note', bibtexText(contents(pythonVersion, packages, text => text))]
  ];
  const lines = fields
    .filter(([, value]) => value)
    .map(([field, value]) => `  ${field} = {${value ?? ''}}`);
  const key = `${name}-${reference?.tag ?? 'image'}`.replace(
    /[^A-Za-z0-9-]+/g,
    '-'
  );
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

function sentence(
  { image, packages }: ICited,
  quote: (text: string) => string
): string {
  const { reference, spec, pythonVersion } = image;
  const name = quote(reference?.repository ?? spec ?? '');
  const page = reference && pageOf(reference);
  const linked = quote === markdownText && page ? `[${name}](${page})` : name;
  const parts = [
    `container image ${linked}`,
    reference?.tag && `tag ${quote(reference.tag)}`,
    reference?.digest && `digest ${quote(reference.digest)}`
  ].filter(Boolean);
  const inside = contents(pythonVersion, packages, quote);
  const address = quote === markdownText || !page ? '' : ` (${page})`;
  return `The analysis ran in the ${parts.join(', ')}${address}${inside && `, with ${inside}`}.`;
}

function contents(
  pythonVersion: string | null,
  packages: readonly IKeyPackage[],
  quote: (text: string) => string
): string {
  return [
    ...(pythonVersion === null ? [] : [`Python ${quote(pythonVersion)}`]),
    ...packages.map(({ name, version: number }) => quote(`${name} ${number}`))
  ].join(', ');
}

function version(reference: ImageReference | null): string | null {
  return reference?.tag ?? reference?.digest ?? null;
}

function pageOf(reference: ImageReference): string | null {
  const page = PAGES.get(reference.registry?.toLowerCase() ?? 'docker.io');
  const parts = reference.repository.split('/').map(encodeURIComponent);
  return page && reference.organisation !== null ? page(parts.join('/')) : null;
}
