/**
 * A Python string literal that evaluates to exactly this text.
 *
 * JSON's escapes mean the same in Python, except that Python does not join two `\u` halves of a
 * character beyond U+FFFF. What is invisible or changes the reading direction is escaped as well,
 * so that the code reads as it runs.
 */
export function pythonText(text: string): string {
  return JSON.stringify(text).replace(
    /[\p{C}\p{Z}\p{Variation_Selector}]/gu,
    character =>
      character === ' '
        ? character
        : `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`
  );
}
