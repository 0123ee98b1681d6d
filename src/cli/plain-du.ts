import { parseArgs } from 'node:util';
import { isBucketAddress } from './bucket-address';
import type { IDuHomeOptions } from './du-home';
import { wholeNumber } from './whole-number';

/** What `leap du` was asked of a directory. */
export interface IPlainDu {
  /** Absent: the home. */
  readonly path: string | undefined;
  readonly options: IDuHomeOptions;
}

/**
 * Understand what `leap du` is asked for most, a directory, by Node's own means: the library that understands all else takes as
 * long to load as counting some thousand files.
 *
 * @param args - What follows `leap du`.
 * @returns Null: something else is asked for, or something is wrong with it; the whole program says what.
 */
export function plainDu(args: readonly string[]): IPlainDu | null {
  const parsed = parse([...args]);
  const [path, ...more] = parsed?.positionals ?? [];
  if (parsed === null || more.length > 0 || isBucketAddress(path)) {
    return null;
  }
  const { depth = [], top = [], concurrency = [], ...flags } = parsed.values;
  const levels = depth.map(wholeNumber);
  const most = top.map(wholeNumber);
  const calls = concurrency.map(wholeNumber);
  // Of several the last one counts, but none of them may be wrong.
  if ([...levels, ...most, ...calls].includes(null) || calls.includes(0)) {
    return null;
  }
  return {
    path,
    options: {
      ...flags,
      depth: levels.at(-1) ?? 1,
      top: most.at(-1) ?? undefined,
      concurrency: calls.at(-1) ?? undefined
    }
  };
}

/** As `du.ts` has it; null: that is not how these options are used. */
function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        depth: { type: 'string', short: 'd', multiple: true },
        top: { type: 'string', short: 't', multiple: true },
        concurrency: { type: 'string', multiple: true },
        apparent: { type: 'boolean' },
        json: { type: 'boolean' }
      }
    });
  } catch {
    return null;
  }
}
