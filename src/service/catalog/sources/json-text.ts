import { LeapError } from '../../../contract';

/**
 * The text of a JSON file: UTF-8, or UTF-16 where its first bytes say so. The byte order mark is dropped.
 *
 * @throws LeapError `bad-upstream` when the bytes are no text.
 */
export function jsonText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (reason) {
    throw new LeapError(
      'bad-upstream',
      'The catalog is not text: it may be damaged.',
      { cause: reason }
    );
  }
}
