/**
 * Characters that hide, reorder or break text: controls, bidirectional marks, zero-width ones, tags, lone surrogates.
 */
const HIDDEN =
  /\udb40[\udc00-\udfff]|[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Blanks that look like the one of the space bar, or like nothing: in a name they tell it from another. */
const BLANKS =
  /[\u00a0\u034f\u115f\u1160\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0]/g;

/**
 * The same of a name that stands by itself, with all of its blanks but the ordinary ones inside it: `notes␣`.
 */
export function visibleName(name: string): string {
  return visible(name)
    .replace(BLANKS, blank => codePoint(blank.charCodeAt(0)))
    .replace(/^ +| +$/g, blanks => '␣'.repeat(blanks.length));
}

/**
 * How the letters of a name are put together, where that is not how keyboards do it; null: as keyboards do.
 *
 * `apart`: accents follow their letters, as some systems store them; `mixed`: neither. Another name may look the same.
 * @see https://unicode.org/reports/tr15/
 */
export function letterForm(name: string): 'apart' | 'mixed' | null {
  if (name.normalize('NFC') === name) {
    return null;
  }
  return name.normalize('NFD') === name ? 'apart' : 'mixed';
}

/**
 * A name with nothing hidden in it: `a␊b`, `⟨U+202E⟩gpj.exe`, `⟨xFF⟩` for a byte that is not UTF-8.
 */
export function visible(name: string): string {
  return name.replace(HIDDEN, character => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) {
      return String.fromCharCode(0x2400 + code);
    }
    if (code >= 0xdc80 && code <= 0xdcff) {
      return `⟨x${(code - 0xdc00).toString(16).toUpperCase()}⟩`;
    }
    return codePoint(code);
  });
}

function codePoint(code: number): string {
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
