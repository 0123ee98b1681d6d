import type { HomePath } from '../../../contract';

interface IPlaces {
  /** Where the file browser begins, as the page's configuration says it: absolute, or below `~`. */
  readonly serverRoot: string;
  /** Absolute. */
  readonly homeDirectory: string;
}

/**
 * Where something that the file browser shows is in the home; null: not in it.
 *
 * @param contentsPath - Below the file browser's root, without a drive.
 */
export function homePathOf(
  contentsPath: string,
  { serverRoot, homeDirectory }: IPlaces
): HomePath | null {
  const home = partsOf(homeDirectory);
  const root = /^~(\/|$)/.test(serverRoot)
    ? [...home, ...partsOf(serverRoot.slice(1))]
    : partsOf(serverRoot);
  const whole = [...root, ...partsOf(contentsPath)];
  const isInHome =
    !whole.includes('..') && home.every((part, at) => whole[at] === part);
  return isInHome ? whole.slice(home.length).join('/') : null;
}

function partsOf(path: string): string[] {
  return path.split('/').filter(part => part !== '' && part !== '.');
}
