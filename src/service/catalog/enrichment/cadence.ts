import type { Cadence } from '../../../contract';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Upper ends of a step. Months have 28 to 31 days, years 360 to 366. */
const STEPS: readonly (readonly [number, Cadence])[] = [
  [HOUR_MS * 0.9, 'sub-hourly'],
  [HOUR_MS * 1.1, 'hourly'],
  [DAY_MS * 0.9, 'sub-daily'],
  [DAY_MS * 1.5, 'daily'],
  [DAY_MS * 18.5, 'weekly'],
  [DAY_MS * 32, 'monthly']
];

/**
 * The name of a time step; null where there is none, or one that has no name.
 */
export function cadenceOf(stepMs: number | null): Cadence | null {
  if (stepMs === null || !(stepMs > 0)) {
    return null;
  }
  const named = STEPS.find(([end]) => stepMs <= end)?.[1];
  const isYear = stepMs >= 359 * DAY_MS && stepMs <= 367 * DAY_MS;
  return named ?? (isYear ? 'yearly' : null);
}
