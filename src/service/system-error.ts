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
    ? reason.code
    : null;
}
