/**
 * A Python string literal that is exactly this text; what is invisible or changes the reading direction is escaped, so
 * that the code reads as it runs. All Python that either end writes takes names through this and nothing else.
 *
 * JSON, Python and YAML share these escapes. Beyond U+FFFF both Python and YAML write `\U` with eight digits, where
 * JSON writes two halves.
 */
export function pythonString(text: string): string {
  return JSON.stringify(text).replace(
    /[\p{C}\p{Z}\p{Variation_Selector}]/gu,
    character =>
      character === ' '
        ? character
        : `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`
  );
}
