import { pythonString } from '../../python-string';

/**
 * A YAML string in double quotes that is exactly this text; plain text would be read as a number, a date or a
 * list where it looks like one. YAML has no word for half a character, so that becomes U+FFFD.
 */
export function yamlString(text: string): string {
  return pythonString(text.replace(/\p{Cs}/gu, '\ufffd'));
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

/** A citation is one paragraph; what hides or reorders text has no place in it. */
function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
