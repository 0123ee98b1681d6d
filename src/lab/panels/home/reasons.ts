import type { TranslationBundle } from '@jupyterlab/translation';
import type { UnreadablePart } from '../../../contract';
import { visible } from '../../visible';

/**
 * Why something stayed or cannot be deleted, in words.
 *
 * @param reason - The error of a system call, or `precondition`.
 */
export function reasonText(reason: string, trans: TranslationBundle): string {
  switch (reason) {
    case 'precondition':
      return trans.__('changed since you looked');
    case 'EACCES':
    case 'EPERM':
      return trans.__('no permission');
    case 'EBUSY':
      return trans.__('in use');
    case 'EXDEV':
      return trans.__('another file system, not part of your home');
    case 'EROFS':
      return trans.__('read-only');
    case 'ENOENT':
      return trans.__('not there any more');
    case 'ENOTDIR':
    case 'ELOOP':
    case 'ESTALE':
      return trans.__('moved, or reached through a link');
    case 'ENOTEMPTY':
      return trans.__('something new in it');
    default:
      return reason;
  }
}

/**
 * Why a part could not be read, with whose it is where that is the reason: `no permission, it belongs to root`.
 */
export function unreadableText(
  { reason, owner }: UnreadablePart,
  trans: TranslationBundle
): string {
  const why = reasonText(reason, trans);
  if (!owner) {
    return why;
  }
  return owner.isYou
    ? trans.__('%1, though it is yours', why)
    : trans.__('%1, it belongs to %2', why, visible(owner.name));
}

/**
 * What a reader can do about parts that are closed; null: nothing that is known.
 */
export function unreadableAdvice(
  parts: readonly UnreadablePart[],
  trans: TranslationBundle
): string | null {
  if (parts.some(({ owner }) => owner?.isYou)) {
    return trans.__(
      'What is yours opens again with “chmod -R u+rwX” and its name in a terminal.'
    );
  }
  return parts.some(({ owner }) => owner)
    ? trans.__(
        'The person who runs this hub can give it back to you, or delete it.'
      )
    : null;
}
