import type { TranslationBundle } from '@jupyterlab/translation';
import {
  reasonAdvice,
  reasonWords,
  type UnreadablePart
} from '../../../contract';
import { visible } from '../../visible';

/**
 * Why a part could not be read, with whose it is where that is the reason: `no permission, it belongs to root`.
 */
export function unreadableText(
  { reason, owner }: UnreadablePart,
  trans: TranslationBundle
): string {
  const why = reasonWords(reason, trans);
  if (!owner) {
    return why;
  }
  return owner.isYou
    ? trans.__('%1, though it is yours', why)
    : trans.__('%1, it belongs to %2', why, visible(owner.name));
}

/**
 * What parts that could not be read mean and what a reader can do about them, as sentences, each once.
 */
export function unreadableAdvice(
  parts: readonly UnreadablePart[],
  trans: TranslationBundle
): readonly string[] {
  const owners = parts.flatMap(({ owner }) => (owner ? [owner] : []));
  const opened = owners.some(({ isYou }) => isYou)
    ? [
        trans.__(
          'What is yours opens again with “chmod -R u+rwX” and its name in a terminal.'
        )
      ]
    : [];
  const asked = owners.some(({ isYou }) => !isYou)
    ? [
        trans.__(
          'The person who runs this hub can give it back to you, or delete it.'
        )
      ]
    : [];
  const reasons = parts.map(({ reason }) => reason);
  return [...opened, ...asked, ...reasonAdvice(reasons, trans)];
}
