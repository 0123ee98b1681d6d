import { execFileSync } from 'node:child_process';

/** Looks for them without loading them, which takes seconds for some. */
const FIND =
  'import sys, importlib.util as u; sys.exit(any(u.find_spec(name) is None for name in sys.argv[1:]))';

/**
 * Whether the environment's Python has these modules: some libraries have left its oldest version behind.
 *
 * @param names - `h5py, icechunk`
 */
export function hasModules(names: string): boolean {
  try {
    execFileSync('python', ['-c', FIND, ...names.split(/[ ,]+/)], {
      stdio: 'ignore'
    });
    return true;
  } catch {
    // Not installed.
    return false;
  }
}
