import { setTimeout as after } from 'node:timers/promises';
import type { Urgency } from './urgency';

/** Eight refusals in a row are ordinary under load; four more are not. */
export const MAX_TRIES = 12;

/**
 * A service that stays silent or away this often is not going to speak. Three silences are less than the minute after
 * which whoever asked this service gives up: it is for us to say what was silent.
 */
export const MAX_DEAD_TRIES = 3;

/**
 * How long one question is asked again before its failure is told.
 */
interface IInsistence {
  /** Milliseconds waited over all tries, however long the service asks to wait. */
  readonly waitedMs: number;
  /** Milliseconds between two tries, where the service does not ask for more. */
  readonly delayMs: number;
}

/** What runs by itself insists, for less than that minute too. */
const PATIENT: IInsistence = { waitedMs: 45_000, delayMs: 8000 };

/** Who looks at a screen has a Retry there. Eight refusals in a row are survived all the same. */
const PROMPT: IInsistence = { waitedMs: 20_000, delayMs: 3000 };

/**
 * How long to insist for somebody who waits, and for nobody.
 */
export const INSISTENCE: Readonly<Record<Urgency, IInsistence>> = {
  view: PROMPT,
  background: PATIENT
};

const FIRST_DELAY_MS = 100;

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
 * Milliseconds to wait after the try number `tries`: doubling up to `mostMs`, between half and all of it, at least
 * `askedMs`.
 */
export function delayMs(
  tries: number,
  askedMs: number,
  mostMs: number,
  random: () => number
): number {
  const full = Math.min(mostMs, FIRST_DELAY_MS * 2 ** (tries - 1));
  return Math.max(askedMs, full * (0.5 + random() / 2));
}
