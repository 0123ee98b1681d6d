/**
 * Puts a clipboard in the browser's place; what is copied comes into the list that it returns.
 */
export function listenToCopies(): readonly string[] {
  const copied: string[] = [];
  putClipboard(async text => {
    copied.push(text);
  });
  return copied;
}

/** A clipboard that does what the test says. */
export function putClipboard(
  writeText: (text: string) => Promise<unknown>
): void {
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText }
  });
}
