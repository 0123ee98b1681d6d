import { LeapError } from '../../../contract';
import type { Measurement } from '../size/measurement';

/**
 * Count, and say whether it came to its end: a folder that cannot be read must not hide what is known of the others.
 *
 * @throws When the count was cancelled.
 */
export async function isCounted(work: Measurement): Promise<boolean> {
  try {
    await work.run();
    return true;
  } catch (reason) {
    if (LeapError.from(reason).code === 'cancelled') {
      throw reason;
    }
    return false;
  }
}
