/**
 * One word of a POSIX shell that is exactly this text, whatever stands in it.
 */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) && !text.startsWith('-')
    ? text
    : `'${text.replaceAll("'", `'"'"'`)}'`;
}

/**
 * A Python string literal that is exactly this text; what is invisible is escaped, so that the code reads as it
 * runs.
 */
export function pythonString(text: string): string {
  return escaped(text);
}

/**
 * A YAML string in double quotes that is exactly this text; plain text would be read as a number, a date or a
 * list where it looks like one. YAML has no word for half a character, so that becomes U+FFFD.
 */
export function yamlString(text: string): string {
  return escaped(text.replace(/\p{Cs}/gu, '\ufffd'));
}

/**
 * Text for a field of a BibTeX entry: TeX's own characters are shown, not obeyed.
 */
export function bibtexText(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}'
  };
  return oneLine(text).replace(
    /[\\~^{}%$#&_]/g,
    character => names[character] ?? `\\${character}`
  );
}

/**
 * Text for a Markdown paragraph: nothing in it is markup.
 */
export function markdownText(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]()<>#+!|~&]/g, '\\$&');
}

/** A citation is one paragraph; what hides or reorders text has no place in it. */
function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/**
 * Double-quoted text with the escapes that JSON, Python and YAML share. Beyond U+FFFF both Python and YAML
 * write `\U` with eight digits, where JSON writes two halves.
 */
function escaped(text: string): string {
  return JSON.stringify(text).replace(
    /[\p{C}\p{Z}\ufe00-\ufe0f]/gu,
    character =>
      character === ' '
        ? character
        : `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`
  );
}
