import type { Image } from '../../../../contract';
import {
  citationBibtex,
  citationMarkdown,
  citationText,
  type ICited
} from './citation';
import { posixWord } from '../../../shell-word';

/**
 * The texts that an image can be copied as.
 */
export const COPY_FORMS = [
  'custom-image',
  'docker-run',
  'dockerfile-from',
  'citation-text',
  'citation-markdown',
  'citation-bibtex'
] as const;

/** A form that the image is copied in. */
export type CopyForm = (typeof COPY_FORMS)[number];

/**
 * Whether a text from outside, such as a command's argument, names a form.
 */
export function isCopyForm(value: unknown): value is CopyForm {
  return COPY_FORMS.some(form => form === value);
}

/**
 * The image in one form; null where there is none, as for an image that nothing names.
 *
 * Forms that another program reads need a spec that could be read: there is no quoting in a Dockerfile, and
 * what is no reference helps nobody there.
 */
export function copyForm(form: CopyForm, cited: ICited): string | null {
  const { image } = cited;
  if (image.spec === null || image.reference === null) {
    return null;
  }
  switch (form) {
    case 'custom-image':
      return customImage(image.spec, image);
    case 'docker-run':
      return `docker run --rm -it -p 8888:8888 ${posixWord(image.spec)} jupyter lab --ip 0.0.0.0`;
    case 'dockerfile-from':
      return `FROM ${image.spec}`;
    case 'citation-text':
      return citationText(cited);
    case 'citation-markdown':
      return citationMarkdown(cited);
    case 'citation-bibtex':
      return citationBibtex(cited);
  }
}

/** The hub's field takes only what has a colon with something behind it: `^.+:.+$`. */
function customImage(spec: string, { pinned }: Image): string {
  return pinned === 'none' ? `${spec}:latest` : spec;
}
