/**
 * An address from outside that a browser may safely open: http or https, with no user name in it. Null for
 * everything else.
 *
 * Parsed without a base, so that `//host` and `https:host` cannot pass for something on this page.
 */
export function webAddress(text: string): URL | null {
  if (!/^https?:\/\//i.test(text)) {
    return null;
  }
  try {
    const url = new URL(text);
    const isPlain = url.username === '' && url.password === '';
    return isPlain && url.hostname !== '' ? url : null;
  } catch {
    // Not an address at all.
    return null;
  }
}
