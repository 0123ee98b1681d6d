import { join } from 'node:path';
import { Cache } from '../../cache';
import type { Config } from '../../config';

/** Below the home, where programs keep what they know between two starts (XDG base directories). */
const IN_HOME = '.local/share/jupyterlab-leap';

/** The most that the history takes up in the home: while a new one is written, the old one is there too. */
const MAX_BYTES = 256 << 10;

/** Where the history of a home is kept, and how large it may become there. */
export interface IHistoryPlace {
  readonly cache: Pick<Cache, 'read' | 'write' | 'remove'>;
  readonly maxBytes: number;
}

/**
 * The folder that the hub gives for what is kept; else the home, where the history outlives the server; and where that is
 * not wanted or the home is not kept itself, the temporary folder.
 */
export function historyPlace(
  config: Pick<Config, 'cacheDirectory' | 'homeDirectory' | 'homeHistory'>,
  cache: Cache,
  isHomeKept: boolean
): IHistoryPlace {
  const { cacheDirectory, homeDirectory, homeHistory } = config;
  return cacheDirectory === null && homeHistory && isHomeKept
    ? {
        cache: new Cache(join(homeDirectory, IN_HOME)),
        maxBytes: MAX_BYTES / 2
      }
    : { cache, maxBytes: MAX_BYTES };
}
