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
