import { LeapError, type HomePath } from '../../../contract';
import { encodeAsked } from '../scan/asked-path';

const SLASH = 0x2f;

/**
 * The bytes of each part of a path below the home.
 *
 * @throws LeapError `bad-request` for the home itself, and for a path that is not plainly below it: with `..`, `.`,
 * an empty part (so also an absolute path) or a zero byte.
 */
export function partsOf(path: HomePath): readonly Buffer[] {
  if (path === '') {
    throw new LeapError('bad-request', 'The home itself cannot be deleted.');
  }
  if (path.split('/').some(part => ['', '.', '..'].includes(part))) {
    throw new LeapError(
      'bad-request',
      'A path must lead straight down from the home.'
    );
  }
  if (path.includes('\0')) {
    throw new LeapError('bad-request', 'No path has a zero byte in it.');
  }
  return split(encodeAsked(path));
}

/**
 * Check that no path is named twice or lies in another one: its bytes would be counted twice.
 *
 * @throws LeapError `bad-request`, as `partsOf` does.
 */
export function checkTargets(paths: readonly HomePath[]): void {
  const all = new Set<string>();
  const split = paths.map(path =>
    partsOf(path).map(part => part.toString('latin1'))
  );
  for (const parts of split) {
    const whole = parts.join('/');
    if (all.has(whole)) {
      throw new LeapError('bad-request', 'A path is named twice.');
    }
    all.add(whole);
  }
  for (const parts of split) {
    const isInside = parts.some(
      (_, length) => length > 0 && all.has(parts.slice(0, length).join('/'))
    );
    if (isInside) {
      throw new LeapError('bad-request', 'One path lies inside another one.');
    }
  }
}

function split(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(SLASH); at !== -1;) {
    parts.push(bytes.subarray(from, at));
    from = at + 1;
    at = bytes.indexOf(SLASH, from);
  }
  return [...parts, bytes.subarray(from)];
}
