const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The name of an object of a repository: its id in Crockford's base 32.
 */
export function objectName(id: Uint8Array): string {
  let name = '';
  let bits = 0;
  let held = 0;
  for (const byte of id) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      name += LETTERS[(held >> bits) & 31] ?? '';
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? name : name + (LETTERS[(held << (5 - bits)) & 31] ?? '');
}
