import type { TranslationBundle } from '@jupyterlab/translation';
import type { Image } from '../../../contract';
import { visible } from '../../visible';

/**
 * What the spec means for somebody who wants the same software again.
 */
export interface IMeaning {
  /** `warning`: the same text will not give the same image. */
  readonly level: 'good' | 'quiet' | 'warning';
  readonly sentences: readonly string[];
}

/**
 * The meaning of an image's spec, in whole sentences.
 */
export function meaningOf(image: Image, trans: TranslationBundle): IMeaning {
  const { level, sentences } = pinnedMeaning(image, trans);
  const also: string[] = [];
  if (image.availability === 'private') {
    also.push(
      trans.__(
        'It comes from a registry that only this hub can read: others cannot pull it.'
      )
    );
  }
  const offer = offerText(image, trans);
  if (offer !== null) {
    also.push(offer);
  }
  return { level, sentences: [...sentences, ...also] };
}

/** Which of the images that the hub offers it is, and what came after it. */
function offerText(image: Image, trans: TranslationBundle): string | null {
  const { newerOffered, offeredAs, offeredCount, reference, spec } = image;
  if (newerOffered !== null) {
    return trans.__('The hub now offers %1.', visible(newerOffered));
  }
  if (reference === null || offeredCount === 0) {
    return null;
  }
  if (offeredAs === null) {
    return trans.__(
      'The hub does not offer it: it starts as a “Custom image”.'
    );
  }
  return offeredAs === spec
    ? trans.__('This hub offers this image.')
    : trans.__('This hub offers this image as %1.', visible(offeredAs));
}

function pinnedMeaning(image: Image, trans: TranslationBundle): IMeaning {
  switch (image.pinned) {
    case 'digest':
      return {
        level: 'good',
        sentences: [
          trans.__('Pinned by its digest: it is always the same image.')
        ]
      };
    case 'tag':
      return {
        level: 'quiet',
        sentences: [trans.__('A tag can move; its digest is not known here.')]
      };
    case 'moving':
      return {
        level: 'warning',
        sentences: [
          trans.__(
            'This tag moves: it names another image with each release, so it is not reproducible.'
          )
        ]
      };
    case 'none':
      return {
        level: 'warning',
        sentences: [
          trans.__(
            'No tag: “latest” is assumed, which moves, so it is not reproducible.'
          )
        ]
      };
    case 'unknown':
      return unknownMeaning(image, trans);
  }
}

function unknownMeaning(image: Image, trans: TranslationBundle): IMeaning {
  return image.spec === null
    ? {
        level: 'quiet',
        sentences: [
          trans.__('This server did not say which image it runs.'),
          trans.__(
            'The variable JUPYTER_IMAGE_SPEC is not set, as outside of a hub.'
          )
        ]
      }
    : {
        level: 'warning',
        sentences: [
          trans.__('The image spec could not be read. It is shown as it is.'),
          ...(image.problem === null ? [] : [image.problem])
        ]
      };
}

/**
 * What is big at the top: the image's own name.
 */
export function titleOf(image: Image, trans: TranslationBundle): string {
  if (image.reference !== null) {
    return image.reference.name;
  }
  return image.spec === null
    ? trans.__('No image named')
    : trans.__('Unknown image');
}

/** A digest that fits on a line; the whole one stands in the spec below. */
export function shortDigest(digest: string): string {
  return digest.replace(/^([^:]+:.{12}).*$/, '$1…');
}
