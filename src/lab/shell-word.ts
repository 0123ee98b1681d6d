/** What acts on a terminal when it is pasted, or cannot be shown: controls, marks that reorder text, half characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/**
 * One word of a shell that is exactly this text, whatever stands in it.
 *
 * Quotes of POSIX; where something cannot be pasted as it is, `$'…'` (bash, zsh, POSIX 2024). A byte that is not UTF-8
 * (U+DC80–U+DCFF) becomes that byte again.
 */
export function shellWord(text: string): string {
  if (UNPRINTABLE.test(text)) {
    return `$'${Array.from(text, escaped).join('')}'`;
  }
  return posixWord(text);
}

/**
 * One word of any POSIX shell that is exactly this text, with nothing but single quotes.
 */
export function posixWord(text: string): string {
  return /^[\w@%+=:,./][\w@%+=:,./-]*$/.test(text)
    ? text
    : `'${text.replaceAll("'", `'"'"'`)}'`;
}

function escaped(character: string): string {
  if (character === "'" || character === '\\') {
    return `\\${character}`;
  }
  if (!UNPRINTABLE.test(character)) {
    return character;
  }
  const code = character.charCodeAt(0);
  const isByte = code >= 0xdc80 && code <= 0xdcff;
  const bytes = isByte ? [code - 0xdc00] : new TextEncoder().encode(character);
  return Array.from(
    bytes,
    byte => `\\x${byte.toString(16).padStart(2, '0')}`
  ).join('');
}
