import type { TranslationBundle } from '@jupyterlab/translation';
import type { HomeLimits, HomeUsage } from '../../../contract';
import { formatBytes } from '../../format';
import { isDiskNearlyFull, isNearlyFull, type ILevel } from './warning';

/**
 * The number that matters: `31.4 GB of 50 GB`, with "≥" when parts are missing from it.
 */
export function headline(
  usage: HomeUsage,
  limits: HomeLimits,
  trans: TranslationBundle
): string {
  if (isUnread(usage)) {
    return limits.limitBytes === null
      ? trans.__('Not known')
      : trans.__('Not known, of %1', formatBytes(limits.limitBytes));
  }
  const used = atLeast(usage.usedBytes, isWhole(usage));
  return limits.limitBytes === null
    ? trans.__('%1 used', used)
    : trans.__('%1 of %2', used, formatBytes(limits.limitBytes));
}

/**
 * Whether nothing is known of the home, because it may not be read: no number means anything then.
 */
export function isUnread({
  phase,
  children,
  complete
}: Pick<HomeUsage, 'phase' | 'children' | 'complete'>): boolean {
  return phase !== 'scanning' && children.length === 0 && !complete;
}

/** False: more may be used than was counted. */
function isWhole({
  complete,
  phase
}: Pick<HomeUsage, 'complete' | 'phase'>): boolean {
  return complete && phase !== 'scanning';
}

/**
 * Bytes, with "≥" in front when they are a lower bound.
 */
export function atLeast(bytes: number, complete: boolean): string {
  return complete ? formatBytes(bytes) : `≥ ${formatBytes(bytes)}`;
}

/**
 * What the number means, in one or two plain sentences.
 */
export function meaning(
  usage: Pick<
    HomeUsage,
    'usedBytes' | 'diskFull' | 'diskFreeBytes' | 'complete' | 'phase'
  >,
  limits: HomeLimits,
  trans: TranslationBundle
): string {
  const { usedBytes, diskFull, diskFreeBytes } = usage;
  const { recommendedBytes, limitBytes } = limits;
  if (diskFull && (limitBytes === null || usedBytes < limitBytes)) {
    return trans.__(
      'The disk that your home is on is full. Nothing can be saved until something is deleted.'
    );
  }
  if (limitBytes === null) {
    return unlimitedText(usage, trans);
  }
  if (usedBytes >= limitBytes) {
    return trans.__(
      'Your home is full. Nothing can be saved, and your next server will not start until something is deleted.'
    );
  }
  const room: IRoom = {
    left: formatBytes(limitBytes - usedBytes),
    over:
      recommendedBytes !== null && usedBytes > recommendedBytes
        ? formatBytes(usedBytes - recommendedBytes)
        : null,
    recommended:
      recommendedBytes === null ? null : formatBytes(recommendedBytes)
  };
  if (diskFreeBytes !== null && diskFreeBytes < limitBytes - usedBytes) {
    return diskText({ ...room, left: formatBytes(diskFreeBytes) }, trans);
  }
  if (isNearlyFull(usage, limits)) {
    return isWhole(usage)
      ? trans.__(
          '%1 left. When your home is full, nothing can be saved and your next server will not start.',
          room.left
        )
      : trans.__(
          'At most %1 left. When your home is full, nothing can be saved and your next server will not start.',
          room.left
        );
  }
  return isWhole(usage) ? roomText(room, trans) : mostRoomText(room, trans);
}

/** Where the limit is not known, only the end of the disk is. */
function unlimitedText(
  usage: Pick<HomeUsage, 'usedBytes' | 'diskFreeBytes'>,
  trans: TranslationBundle
): string {
  const { diskFreeBytes } = usage;
  return diskFreeBytes !== null && isDiskNearlyFull(usage)
    ? trans.__(
        'The disk that your home is on has only %1 left.',
        formatBytes(diskFreeBytes)
      )
    : trans.__(
        'The limit is not known here. The person who runs this hub can tell.'
      );
}

/** Bytes as they are shown. */
interface IRoom {
  readonly left: string;
  /** Above the recommended limit; null: not above it. */
  readonly over: string | null;
  readonly recommended: string | null;
}

function roomText(
  { left, over, recommended }: IRoom,
  trans: TranslationBundle
): string {
  if (recommended === null) {
    return trans.__('%1 left.', left);
  }
  return over === null
    ? trans.__(
        '%1 left. The hub asks everyone to stay under %2.',
        left,
        recommended
      )
    : trans.__(
        '%1 over the recommended %2. %3 left before your next server cannot start.',
        over,
        recommended,
        left
      );
}

/** The same where the disk has less room than the limit leaves. */
function diskText(
  { left, over, recommended }: IRoom,
  trans: TranslationBundle
): string {
  return over === null || recommended === null
    ? trans.__('The disk that your home is on has only %1 left.', left)
    : trans.__(
        '%1 over the recommended %2. The disk that your home is on has only %3 left.',
        over,
        recommended,
        left
      );
}

/** The same where more may be used than was counted. */
function mostRoomText(
  { left, over, recommended }: IRoom,
  trans: TranslationBundle
): string {
  if (recommended === null) {
    return trans.__('At most %1 left.', left);
  }
  return over === null
    ? trans.__(
        'At most %1 left. The hub asks everyone to stay under %2.',
        left,
        recommended
      )
    : trans.__(
        'At least %1 over the recommended %2. At most %3 left before your next server cannot start.',
        over,
        recommended,
        left
      );
}

/**
 * The sentence of the toast for a limit. At most 140 characters, where a toast is cut.
 */
export function announcement(
  level: ILevel,
  usedBytes: number,
  limits: HomeLimits,
  trans: TranslationBundle
): string {
  const used = formatBytes(usedBytes);
  if (level.id === 'recommended') {
    return trans.__(
      'Your home holds %1. The hub asks everyone to stay under %2; data belong in the buckets.',
      used,
      formatBytes(level.bytes)
    );
  }
  if (level.id === 'disk') {
    return trans.__(
      'The disk that your home is on is full. Nothing can be saved until something is deleted.'
    );
  }
  const limit = formatBytes(limits.limitBytes ?? level.bytes);
  return level.id === '100'
    ? trans.__(
        'Your home is full: %1 of %2. Delete something before you stop this server, or the next one will not start.',
        used,
        limit
      )
    : trans.__(
        'Your home is at %1 of %2. If it fills, your next server will not start.',
        used,
        limit
      );
}
