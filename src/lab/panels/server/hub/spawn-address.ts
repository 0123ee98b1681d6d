/**
 * The hub's page that starts a server of this name.
 *
 * @param page - With `{server}` in the place of the name.
 */
export function spawnAddress(page: string, name: string): string {
  return page.replace(/\{server\}$/, () => encodeURIComponent(name));
}
