import { constants } from 'node:os';
import { getSystemErrorName } from 'node:util';

/** How Node writes a failure that it has no name for: those of NFS and of quotas are among them. */
const UNNAMED = /^Unknown system error -(\d+)$/;

/**
 * The code of a failed system call, such as `ENOENT`; null for any other failure.
 *
 * Asks for the field and not for the class: an error of another realm, as a worker's or a test runner's
 * sandbox has one, is no instance of this one's `Error`.
 */
export function systemCode(reason: unknown): string | null {
  return typeof reason === 'object' &&
    reason !== null &&
    'code' in reason &&
    typeof reason.code === 'string'
    ? named(reason.code)
    : null;
}

/** The system's name for the number of an error, such as `ENOENT` for 2; `E9999` for one that has none. */
export function errorNumberName(number: number): string {
  return named(getSystemErrorName(-number));
}

function named(code: string): string {
  const number = UNNAMED.exec(code)?.[1];
  if (number === undefined) {
    return code;
  }
  const known = Object.entries(constants.errno).find(
    ([, errno]) => errno === Number(number)
  );
  return known?.[0] ?? `E${number}`;
}
