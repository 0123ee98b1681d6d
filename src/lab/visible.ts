/**
 * Characters that hide, reorder or break text: controls, bidirectional marks, zero-width ones, lone surrogates.
 */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The same of a name that stands by itself, with the blanks that begin and end it: `notes␣`.
 */
export function visibleName(name: string): string {
  return visible(name).replace(/^ +| +$/g, blanks => '␣'.repeat(blanks.length));
}

/**
 * A name with nothing hidden in it: `a␊b`, `⟨U+202E⟩gpj.exe`, `⟨xFF⟩` for a byte that is not UTF-8.
 */
export function visible(name: string): string {
  return name.replace(HIDDEN, character => {
    const code = character.charCodeAt(0);
    if (code < 0x20) {
      return String.fromCharCode(0x2400 + code);
    }
    if (code >= 0xdc80 && code <= 0xdcff) {
      return `⟨x${(code - 0xdc00).toString(16).toUpperCase()}⟩`;
    }
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
