/**
 * The address that a text from outside is, against `base` where it may be relative; null: it is none.
 *
 * Not by way of `URL.canParse`: after some thousand calls that of Node 20 takes any "ü" for no address.
 */
export function readUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
