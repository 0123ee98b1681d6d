/**
 * The beginning of names that a link asks for: the filter of the console, or of a listing by an https address. Empty:
 * all names are wanted.
 *
 * @param text - A reference that `parseReference` takes.
 */
export function beginningOf(text: string): string {
  // In `gs://` a question mark is part of a name.
  const query = /^[\s"'`\uFEFF]*https?:\/\/[^?#]*\?([^#]*)/isu.exec(text)?.[1];
  return new URLSearchParams(query?.trim() ?? '').get('prefix') ?? '';
}
