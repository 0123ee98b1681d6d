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

/**
 * The whole address of a page that may be a path on this host; null for what is not safe to open.
 */
export function pageAddress(address: string, origin: string): URL | null {
  // `//host` and `/\host` are other hosts to a browser.
  const isPath = /^\/(?![/\\])/.test(address);
  const url = webAddress(isPath ? origin + address : address);
  return isPath && url?.origin !== origin ? null : url;
}
