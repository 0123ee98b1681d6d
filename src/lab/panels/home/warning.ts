import type { HomeLimits, HomeUsage } from '../../../contract';

/**
 * A limit that is worth a word when it is crossed.
 */
export interface ILevel {
  readonly id: 'recommended' | '80' | '90' | '95' | 'disk' | '100';
  readonly bytes: number;
}

/** Not a limit of this home: the disk that it is on has no room left, whoever filled it. */
const DISK: ILevel = { id: 'disk', bytes: 0 };

/** A home that hovers around a limit speaks once: it must fall this far below before the limit speaks again. */
const REARM_SHARE = 0.02;

/** Of all there is room for. */
const NEAR_SHARE = 0.9;

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
 * Whether the limit is so near that what is left matters most, or the end of the disk is. From there on the toast stays, too, until
 * it is closed.
 */
export function isNearlyFull(
  usage: Pick<HomeUsage, 'usedBytes' | 'diskFreeBytes'>,
  limits: HomeLimits
): boolean {
  const id = levelOf(usage.usedBytes, limits)?.id;
  return id === '90' || id === '95' || isDiskNearlyFull(usage);
}

/** Of what the home holds and could still hold on its disk, as much is used as of a limit that is near. */
export function isDiskNearlyFull({
  usedBytes,
  diskFreeBytes
}: Pick<HomeUsage, 'usedBytes' | 'diskFreeBytes'>): boolean {
  return (
    diskFreeBytes !== null &&
    diskFreeBytes <= (usedBytes + diskFreeBytes) * (1 - NEAR_SHARE)
  );
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
 * @param usage - Where it is not complete, at least this much is used, so it can cross a limit but proves no fall below one.
 * @param announced - What was remembered after the last decision.
 */
export function judge(
  usage: Pick<HomeUsage, 'usedBytes' | 'diskFull' | 'complete'>,
  limits: HomeLimits,
  announced: string | null
): IVerdict {
  const { usedBytes, diskFull, complete } = usage;
  const all = worstLast(limits);
  const reached = all.findLastIndex(level =>
    level === DISK ? diskFull : usedBytes >= level.bytes
  );
  const said = all.findIndex(level => level.id === announced);
  if (reached > said) {
    const level = all[reached] ?? null;
    return { speak: level, announced: level?.id ?? null };
  }
  const isCertain = complete || (announced === DISK.id && !diskFull);
  if (!isCertain) {
    return { speak: null, announced };
  }
  const still = all.findLastIndex(
    (level, index) =>
      index <= said &&
      (level === DISK ? diskFull : usedBytes >= level.bytes * (1 - REARM_SHARE))
  );
  return { speak: null, announced: all[still]?.id ?? null };
}

/** On a full disk nothing can be saved, but only a home at its limit keeps the next server from starting. */
function worstLast(limits: HomeLimits): readonly ILevel[] {
  const all = levels(limits);
  const top = all.filter(({ id }) => id === '100');
  return [...all.filter(({ id }) => id !== '100'), DISK, ...top];
}
