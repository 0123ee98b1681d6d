import { constants } from 'node:os';
import { getSystemErrorName } from 'node:util';

/**
 * What a failed system call is told as: by its name, or, where Node has none for it, as `Unknown system error -116`.
 */
export function systemFailure(name: string): Error {
  const errno = -(
    Object.entries(constants.errno).find(([known]) => known === name)?.[1] ??
    NaN
  );
  const code = getSystemErrorName(errno);
  return Object.assign(new Error(`${code}: a test`), { errno, code });
}
