import type { HomePath } from '../../../contract';

/**
 * Whether a path is still what a search took it for: a copy of a file is none once that file is gone.
 *
 * @param foundAs - The item's id; absent: the reader pointed at the path itself, whatever it is.
 */
export type IsStill = (
  path: HomePath,
  foundAs: string | undefined
) => Promise<boolean>;
