import type { TranslationBundle } from '@jupyterlab/translation';

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
