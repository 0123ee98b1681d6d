import { isUtf8 } from 'node:buffer';

/** A name as text where that says it exactly, else its bytes. */
export type Name = string | Uint8Array;

/** Where PEP 383 puts a byte that is not UTF-8: U+DC80 for 0x80 up to U+DCFF for 0xFF. */
const ESCAPE_BASE = 0xdc00;
const FIRST_ESCAPE = 0xdc80;
const LAST_ESCAPE = 0xdcff;

/** A file name as text from which the same bytes can be made again. */
export function decodeName(bytes: Uint8Array): string {
  if (isUtf8(bytes)) {
    return asBuffer(bytes).toString('utf8');
  }
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at] ?? 0);
    const sequence = bytes.subarray(at, at + length);
    if (sequence.length === length && isUtf8(sequence)) {
      text += asBuffer(sequence).toString('utf8');
      at += length;
    } else {
      text += String.fromCharCode(ESCAPE_BASE + (bytes[at] ?? 0));
      at += 1;
    }
  }
  return text;
}

/**
 * The bytes of a name or a path that `decodeName` made.
 *
 * @throws RangeError for half a character that stands for no byte.
 */
export function encodeName(text: string): Buffer {
  if (text.isWellFormed()) {
    return Buffer.from(text);
  }
  const parts: Buffer[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (character.length === 2 || character.isWellFormed()) {
      parts.push(Buffer.from(character));
    } else if (code >= FIRST_ESCAPE && code <= LAST_ESCAPE) {
      parts.push(Buffer.of(code - ESCAPE_BASE));
    } else {
      throw new RangeError('The path is not valid text.');
    }
  }
  return Buffer.concat(parts);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) {
    return 4;
  }
  if (lead >= 0xe0) {
    return 3;
  }
  return lead >= 0xc0 ? 2 : 1;
}
