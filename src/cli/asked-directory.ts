import { LeapError } from '../contract/leap-error';
import { survey, type IGroundPlan } from '../service/home/scan/ground';
import { printable } from './terminal';

/**
 * Look at the directory that somebody named.
 *
 * @throws LeapError that names the path, as other commands do.
 */
export function surveyOf(path: string): IGroundPlan {
  try {
    return survey(path);
  } catch (reason) {
    throw about(path, reason);
  }
}

/** A failure with the path that it is about. */
export function about(path: string, reason: unknown): LeapError {
  const { code, message } = LeapError.from(reason);
  const text = `${printable(path)}: ${message}`;
  return new LeapError(code, text, { cause: reason });
}
