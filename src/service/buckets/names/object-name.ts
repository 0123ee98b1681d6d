/** What Google Storage allows: bytes of UTF-8, not characters. */
const MAX_NAME_BYTES = 1024;

/**
 * Why no object can have this name, as a sentence; null when one can.
 *
 * `.` and `..` are refused as whole names alone: as parts of a name they are ordinary text.
 * @see https://cloud.google.com/storage/docs/objects#naming
 */
export function nameProblem(name: string): string | null {
  if (/\p{Surrogate}/u.test(name)) {
    return 'The name holds half of a character, so it cannot be a name in a bucket.';
  }
  if (/[\r\n]/.test(name)) {
    return 'The name holds a line break, which no name in a bucket has.';
  }
  if (Buffer.byteLength(name, 'utf8') > MAX_NAME_BYTES) {
    return `The name is longer than ${MAX_NAME_BYTES.toLocaleString('en')} bytes, which no name in a bucket is.`;
  }
  return null;
}
