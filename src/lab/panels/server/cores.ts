import type { ServerResources } from '../../../contract';

/** Two answers closer than this say little: the kernel accounts in steps. */
const MIN_MS = 200;

/**
 * How many processors were in use between two answers; null when they cannot be compared, as after a restart of the
 * service, whose clock begins anew.
 */
export function coresBetween(
  before: ServerResources | undefined,
  after: ServerResources
): number | null {
  const from = before?.cpu.usedSeconds ?? null;
  const to = after.cpu.usedSeconds;
  if (before === undefined || from === null || to === null) {
    return null;
  }
  const seconds = (after.clockMs - before.clockMs) / 1000;
  return seconds * 1000 >= MIN_MS && to >= from ? (to - from) / seconds : null;
}
