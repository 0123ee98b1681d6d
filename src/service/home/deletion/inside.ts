import { decodeName } from '../scan/tree/names';

const SLASH = Buffer.from('/');

/**
 * What the path of everything in a directory begins with: the file system's own root has its slash already.
 *
 * @param directory - Absolute, with no symbolic link in it.
 */
export function prefixOf(directory: Buffer): Buffer {
  return directory.equals(SLASH) ? SLASH : Buffer.concat([directory, SLASH]);
}

/** An absolute path from the names that lead down from a directory; without any the directory itself. */
export function inside(directory: Buffer, names: readonly Buffer[]): Buffer {
  const below = names.flatMap((name, at) =>
    at === 0 ? [name] : [SLASH, name]
  );
  return below.length === 0
    ? directory
    : Buffer.concat([prefixOf(directory), ...below]);
}

/**
 * What a computer runs on, by its place below `/` (hier(7)), and where images for JupyterHub have their programs: `/opt`, `/srv`.
 */
const SYSTEM: ReadonlySet<string> = new Set([
  ...['bin', 'boot', 'dev', 'etc', 'lib', 'lib32', 'lib64', 'libx32'],
  ...['opt', 'proc', 'run', 'sbin', 'srv', 'sys', 'usr', 'var']
]);

/**
 * Whether something is part of the system and not of the home, though it lies in it: only where the home is `/`, as for an account
 * that has none of its own.
 *
 * @param first - The first of the names that lead to it from the home.
 */
export function isSystem(home: Buffer, first: Buffer | undefined): boolean {
  return (
    home.equals(SLASH) && first !== undefined && SYSTEM.has(decodeName(first))
  );
}
