/**
 * Whether a person has just pressed something. False too where the browser cannot tell: a script could be asking.
 */
export function isPressed(): boolean {
  return 'userActivation' in navigator && navigator.userActivation.isActive;
}

/**
 * Put a secret that is still on its way on the clipboard, without showing it anywhere.
 *
 * The clipboard is opened at once where the browser can wait for the text: some let go of a press within a second.
 *
 * @returns False: the browser does not let this page copy.
 * @throws What the secret rejects with.
 */
export async function copySecret(secret: Promise<string>): Promise<boolean> {
  const copying = write(secret).then(
    () => true,
    () => false
  );
  await secret;
  return copying;
}

async function write(secret: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === 'function') {
    const text = secret.then(value => new Blob([value], { type: TEXT }));
    await navigator.clipboard.write([new ClipboardItem({ [TEXT]: text })]);
  } else {
    await navigator.clipboard.writeText(await secret);
  }
}

const TEXT = 'text/plain';
