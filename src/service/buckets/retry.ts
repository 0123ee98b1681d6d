import { setTimeout as after } from 'node:timers/promises';

/** Eight refusals in a row are ordinary under load; four more are not. */
export const MAX_TRIES = 12;

/**
 * A service that stays silent or away this often is not going to speak. Three silences are less than the minute after
 * which whoever asked this service gives up: it is for us to say what was silent.
 */
export const MAX_DEAD_TRIES = 3;

/** For the same reason, however long the service asks to wait. */
export const MAX_WAITED_MS = 45_000;

const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 8000;

/**
 * How to wait between tries; tests hand in their own.
 */
export interface IPatience {
  readonly random: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Real time, and chance that keeps many readers from coming back at the same moment. */
export const realPatience: IPatience = {
  random: Math.random,
  sleep: async (ms, signal) => {
    await after(ms, undefined, { signal });
  }
};

/**
 * Milliseconds to wait after the try number `tries`: doubling, between half and all of it, at least `askedMs`.
 */
export function delayMs(
  tries: number,
  askedMs: number,
  random: () => number
): number {
  const full = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (tries - 1));
  return Math.max(askedMs, full * (0.5 + random() / 2));
}
