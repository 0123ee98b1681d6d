import type { TranslationBundle } from '@jupyterlab/translation';

/** What every hub can make a server of. */
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/**
 * Why a new server cannot have this name, in one sentence; null when it can.
 */
export function nameProblem(
  name: string,
  taken: readonly string[],
  trans: TranslationBundle
): string | null {
  if (!NAME.test(name)) {
    return trans.__(
      'Letters, digits, dots, dashes and underscores; a letter or digit at both ends.'
    );
  }
  return taken.includes(name)
    ? trans.__('You have a server of this name.')
    : null;
}
