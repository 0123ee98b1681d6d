import type { HomeLimits, HomeUsage } from '../../../contract';

/**
 * A limit that is worth a word when it is crossed.
 */
export interface ILevel {
  readonly id: 'recommended' | '80' | '90' | '95' | '100';
  readonly bytes: number;
}

/** A home that hovers around a limit speaks once: it must fall this far below before the limit speaks again. */
const REARM_SHARE = 0.02;

/**
 * The limits, lowest first.
 */
export function levels(limits: HomeLimits): readonly ILevel[] {
  const found: ILevel[] = [];
  if (limits.recommendedBytes !== null) {
    found.push({ id: 'recommended', bytes: limits.recommendedBytes });
  }
  if (limits.limitBytes !== null) {
    for (const percent of ['80', '90', '95', '100'] as const) {
      found.push({
        id: percent,
        bytes: (limits.limitBytes * Number(percent)) / 100
      });
    }
  }
  return found.sort((a, b) => a.bytes - b.bytes);
}

/**
 * The highest limit that this usage has reached; null below all of them.
 */
export function levelOf(usedBytes: number, limits: HomeLimits): ILevel | null {
  return levels(limits).findLast(level => usedBytes >= level.bytes) ?? null;
}

/**
 * Whether nothing more can be saved in the home: its limit is reached, or the disk that it is on is full.
 */
export function isHomeFull(
  { usedBytes, diskFull }: Pick<HomeUsage, 'usedBytes' | 'diskFull'>,
  limits: HomeLimits
): boolean {
  return diskFull || levelOf(usedBytes, limits)?.id === '100';
}

/**
 * What to say now, and what to remember having said.
 */
export interface IVerdict {
  /** The limit to speak of; null: nothing new. */
  readonly speak: ILevel | null;
  /** The id to remember; null: nothing said. */
  readonly announced: string | null;
}

/**
 * Decide whether a new usage crosses a limit that was not spoken of yet.
 *
 * @param announced - What was remembered after the last decision.
 * @param complete - False: at least this much is used, so it can cross a limit but proves no fall below one.
 */
export function judge(
  usedBytes: number,
  limits: HomeLimits,
  announced: string | null,
  complete: boolean
): IVerdict {
  const all = levels(limits);
  const reached = all.findLastIndex(level => usedBytes >= level.bytes);
  const said = all.findIndex(level => level.id === announced);
  if (reached > said) {
    const level = all[reached] ?? null;
    return { speak: level, announced: level?.id ?? null };
  }
  if (!complete) {
    return { speak: null, announced };
  }
  const still = all.findLastIndex(
    (level, index) =>
      index <= said && usedBytes >= level.bytes * (1 - REARM_SHARE)
  );
  return { speak: null, announced: all[still]?.id ?? null };
}
