import { join } from 'node:path';
import { readText } from './hierarchy';

/** Version 1 writes the largest number of pages for "none"; no machine has an exbibyte. */
const NO_LIMIT = 2 ** 60;

/**
 * A limit and who sets it: `cgroup`, or the name of the hub's variable.
 */
export interface ILimit {
  readonly value: number;
  readonly source: string;
}

/**
 * The tightest limit of a server's groups.
 */
export interface IGroupLimit {
  /** Null: none is set. */
  readonly value: number | null;
  /** Where the tightest one holds, or the server's own group. */
  readonly directory: string;
  /** False: no group has a file that says so. */
  readonly isKnown: boolean;
}

/**
 * Look through a server's groups, its own first, for the tightest limit.
 *
 * @param read - A group's limit; null: unlimited; undefined: its files are missing or odd.
 */
export async function tightestLimit(
  directories: readonly string[],
  read: (directory: string) => Promise<number | null | undefined>
): Promise<IGroupLimit> {
  let found: IGroupLimit = {
    value: null,
    directory: directories[0] ?? '',
    isKnown: false
  };
  for (const directory of directories) {
    const value = await read(directory);
    if (value !== undefined) {
      const isTighter =
        value !== null && (found.value === null || value < found.value);
      found = isTighter
        ? { value, directory, isKnown: true }
        : { ...found, isKnown: true };
    }
  }
  return found;
}

/**
 * A limit in bytes as the kernel writes it: a number, or `max` and absurdly much for none.
 */
export async function readBytesLimit(
  directory: string,
  file: string
): Promise<number | null | undefined> {
  const text = (await readText(join(directory, file)))?.trim();
  if (text === 'max') {
    return null;
  }
  const bytes = numberIn(text);
  return bytes !== undefined && bytes >= NO_LIMIT ? null : bytes;
}

/** A number of the kernel's; undefined for everything else. */
export function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/**
 * The tighter of the kernel's limit and the hub's.
 */
export function tighter(
  cgroup: number | null,
  hub: ILimit | null
): ILimit | null {
  if (hub !== null && (cgroup === null || hub.value < cgroup)) {
    return hub;
  }
  return cgroup === null ? null : { value: cgroup, source: 'cgroup' };
}

const UNITS = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 } as const;

/**
 * A limit that the hub set in the environment: a number, in old hubs with K, M, G or T behind. Null: none.
 */
export function hubLimit(
  env: Readonly<Record<string, string | undefined>>,
  variable: string
): ILimit | null {
  const [, digits = '', unit = ''] =
    /^(\d+(?:\.\d+)?)([KMGT]?)$/.exec((env[variable] ?? '').trim()) ?? [];
  const factor = Object.entries(UNITS).find(([name]) => name === unit)?.[1];
  const value = Number(digits) * (factor ?? 1);
  return value > 0 ? { value, source: variable } : null;
}
