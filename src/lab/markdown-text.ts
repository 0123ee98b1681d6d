/** What begins a formula, a tag, an entity, a heading or a link: written as a number, because JupyterLab takes formulas out before it reads Markdown. */
const NUMBERED = /[\\$&@<>#]|:(?=\/\/)|(?<=\bwww)\.|(?<=^\d+)\.(?=\s|$)/gi;

/** The rest of what is markup. */
const ESCAPED = /[`*_{}[\]()+!|~]|^[-=]/g;

/**
 * Text for a Markdown paragraph: nothing in it is markup, mathematics or an address to click.
 */
export function markdownText(text: string): string {
  const line = text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line
    .replace(ESCAPED, '\u0000$&')
    .replace(NUMBERED, character => `&#${String(character.charCodeAt(0))};`)
    .replaceAll('\u0000', '\\');
}
