import type { HomeLimits, HomeCount } from '../../contract';
import type { Gauge } from '../config';

/**
 * What an operator sees of a home among the server's metrics. What is not known has no gauge.
 */
export function gaugesOf(
  usage: HomeCount,
  { recommendedBytes, limitBytes }: HomeLimits
): readonly Gauge[] {
  const { usedBytes, unreadableCount, durationMs, scannedAt } = usage;
  const all: readonly (readonly [string, string, number | null, boolean])[] = [
    [
      'used_bytes',
      'Bytes that the home directory takes up; at least that many where parts were unreadable.',
      usedBytes,
      false
    ],
    [
      'recommended_bytes',
      'Bytes that the hub asks users to stay under.',
      recommendedBytes,
      false
    ],
    [
      'limit_bytes',
      'Bytes that the home directory may hold.',
      limitBytes,
      false
    ],
    [
      'scan_seconds',
      'How long the last whole count of the home directory took.',
      durationMs / 1000,
      false
    ],
    [
      'scan_age_seconds',
      'How long ago the last whole count of the home directory ended.',
      Date.parse(scannedAt) / 1000,
      true
    ],
    [
      'unreadable_parts',
      'Parts of the home directory that the last count could not read.',
      unreadableCount,
      false
    ]
  ];
  return all.flatMap(([name, help, value, isInstant]): Gauge[] =>
    value === null
      ? []
      : [[`jupyterlab_leap_home_${name}`, help, value, isInstant]]
  );
}
