import type { TranslationBundle } from '@jupyterlab/translation';
import type { HomeLimits, HomeUsage } from '../../../contract';
import { formatBytes } from '../../format';
import type { ILevel } from './warning';

/**
 * The number that matters: `31.4 GB of 50 GB`, with "≥" when parts are missing from it.
 */
export function headline(
  usage: HomeUsage,
  limits: HomeLimits,
  trans: TranslationBundle
): string {
  const used = atLeast(usage.usedBytes, usage.complete);
  return limits.limitBytes === null
    ? trans.__('%1 used', used)
    : trans.__('%1 of %2', used, formatBytes(limits.limitBytes));
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
  { usedBytes, diskFull }: Pick<HomeUsage, 'usedBytes' | 'diskFull'>,
  limits: HomeLimits,
  trans: TranslationBundle
): string {
  const { recommendedBytes, limitBytes } = limits;
  if (diskFull && (limitBytes === null || usedBytes < limitBytes)) {
    return trans.__(
      'The disk that your home is on is full. Nothing can be saved until something is deleted.'
    );
  }
  if (limitBytes === null) {
    return trans.__(
      'The limit is not known here. The person who runs this hub can tell.'
    );
  }
  if (usedBytes >= limitBytes) {
    return trans.__(
      'Your home is full. Nothing can be saved, and your next server will not start until something is deleted.'
    );
  }
  const left = formatBytes(limitBytes - usedBytes);
  if (recommendedBytes !== null && usedBytes > recommendedBytes) {
    return trans.__(
      '%1 over the recommended %2. %3 left before your next server cannot start.',
      formatBytes(usedBytes - recommendedBytes),
      formatBytes(recommendedBytes),
      left
    );
  }
  return recommendedBytes === null
    ? trans.__('%1 left.', left)
    : trans.__(
        '%1 left. The hub asks everyone to stay under %2.',
        left,
        formatBytes(recommendedBytes)
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
