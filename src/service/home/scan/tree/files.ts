import fs from 'node:fs';
import { systemCode } from '../../../system-error';

/**
 * The file system calls of a walk; tests put their own in place of some.
 */
export type Files = Pick<
  typeof fs,
  | 'close'
  | 'closeSync'
  | 'fstat'
  | 'fstatSync'
  | 'lstat'
  | 'lstatSync'
  | 'open'
  | 'opendir'
  | 'opendirSync'
  | 'openSync'
  | 'readdir'
  | 'readdirSync'
>;

export const realFiles: Files = fs;

/** Never through a symbolic link, never anything but a directory: opening a FIFO would wait for ever. */
export const DIRECTORY_FLAGS =
  fs.constants.O_RDONLY | fs.constants.O_DIRECTORY | fs.constants.O_NOFOLLOW;

/** A directory that is no longer where it was found: as good as gone. */
export class ReplacedError extends Error {
  override readonly name = 'ReplacedError';
  readonly code = 'ENOENT';
}

/** The system's name for a failed call, such as `EACCES`. */
export function errorName(reason: unknown): string {
  return systemCode(reason) ?? 'EIO';
}
