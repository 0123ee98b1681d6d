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
  places: IPlaces
): HomePath | null {
  const { home, root } = placesOf(places);
  const whole = [...root, ...partsOf(contentsPath)];
  const isInHome =
    !whole.includes('..') && home.every((part, at) => whole[at] === part);
  return isInHome ? whole.slice(home.length).join('/') : null;
}

/**
 * The other way: how the file browser calls an entry of the home; null: it does not show it.
 */
export function contentsPathOf(path: HomePath, places: IPlaces): string | null {
  const { home, root } = placesOf(places);
  const whole = [...home, ...partsOf(path)];
  const below = whole.slice(root.length);
  const isShown =
    root.every((part, at) => whole[at] === part) &&
    // The file browser answers "not found" for what is hidden.
    !below.some(part => part.startsWith('.'));
  return isShown ? below.join('/') : null;
}

/** Both as parts from `/` on. */
function placesOf({ serverRoot, homeDirectory }: IPlaces): {
  home: string[];
  root: string[];
} {
  const home = partsOf(homeDirectory);
  const root = /^~(\/|$)/.test(serverRoot)
    ? [...home, ...partsOf(serverRoot.slice(1))]
    : partsOf(serverRoot);
  return { home, root };
}

function partsOf(path: string): string[] {
  return path.split('/').filter(part => part !== '' && part !== '.');
}
