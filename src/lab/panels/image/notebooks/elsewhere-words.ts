import type { TranslationBundle } from '@jupyterlab/translation';
import { visible } from '../../../visible';
import { distinctSpecs, shortSpec } from '../short-spec';

/**
 * With which image a notebook was made, and which one this is.
 *
 * @param here - The spec of this server; null when it did not say.
 */
export function madeWith(
  image: string,
  here: string | null,
  trans: TranslationBundle
): string {
  const made = visible(shortSpec(image));
  return here === null
    ? trans.__(
        'Made with %1; this server did not say which image it runs.',
        made
      )
    : trans.__('Made with %1; this is %2.', made, visible(shortSpec(here)));
}

/**
 * The same as a sentence that stands alone, with the notebook's name.
 */
export function notebookMadeWith(
  notebook: string,
  image: string,
  here: string | null,
  trans: TranslationBundle
): string {
  const made = visible(shortSpec(image));
  return here === null
    ? trans.__(
        '%1 was made with %2; this server did not say which image it runs.',
        visible(notebook),
        made
      )
    : trans.__(
        '%1 was made with %2; this is %3.',
        visible(notebook),
        made,
        visible(shortSpec(here))
      );
}

/**
 * The same where there is room for a few words.
 */
export function madeWithBriefly(
  image: string,
  here: string | null,
  trans: TranslationBundle
): string {
  if (here === null) {
    return trans.__('made with %1', visible(shortSpec(image)));
  }
  const [made, now] = distinctSpecs(image, here);
  return trans.__('made with %1; this is %2', visible(made), visible(now));
}
