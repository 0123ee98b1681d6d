import { Cadence } from '../../../contract';
import { toldBy } from '../record/told';

/** What is coarser than what is asked does not do; what is finer can be averaged. */
const TOO_COARSE = 0.4;

/**
 * By how much the time step of a data set changes its score, given what a query asks for; null when it asks for none. What
 * is not known changes nothing.
 */
export function timeStepFactor(
  text: string
): ((cadence: Cadence | null) => number) | null {
  const asked = toldBy(text).cadence;
  if (asked === null) {
    return null;
  }
  const least = STEPS.indexOf(asked);
  return cadence =>
    cadence !== null && STEPS.indexOf(cadence) > least ? TOO_COARSE : 1;
}

/** From the shortest to the longest. */
const STEPS = Cadence.options;
