import fs from 'node:fs/promises';
import { systemCode } from '../../system-error';

/**
 * The file system calls of a review and a deletion; tests put their own in place of some.
 */
export type DeletionFiles = Pick<
  typeof fs,
  | 'access'
  | 'lstat'
  | 'open'
  | 'opendir'
  | 'readdir'
  | 'readFile'
  | 'readlink'
  | 'realpath'
  | 'rmdir'
  | 'unlink'
>;

/** Node's own. */
export const realDeletionFiles: DeletionFiles = fs;

/**
 * The system's name for a failed call, such as `EACCES`; null for what no call failed with.
 */
export function codeOf(reason: unknown): string | null {
  const code = systemCode(reason);
  return code !== null && /^E[A-Z0-9]+$/.test(code) ? code : null;
}
