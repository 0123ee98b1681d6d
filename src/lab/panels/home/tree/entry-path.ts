import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import type { HomePath } from '../../../../contract';
import { textArguments } from '../../../text-arguments';

/**
 * The row that the table's cursor is on.
 */
export interface ISelection {
  /** Empty: none. */
  readonly path: HomePath;
}

/**
 * What commands about one entry take: a path below the home; without one, the selected row's.
 */
export const PATH_ARGUMENTS = textArguments({
  path: 'A path below the home directory; without it, the selected one'
});

/**
 * The path that a command was given, else the selected one.
 */
export function pathOf(
  args: ReadonlyPartialJSONObject,
  selection: ISelection
): HomePath {
  const { path } = args;
  return typeof path === 'string' ? path : selection.path;
}

/**
 * Whether it names an entry: what stands for several, as “41 smaller”, ends in a slash.
 */
export function isOneEntry(path: HomePath): boolean {
  return path !== '' && !path.endsWith('/');
}
