import { accessSync, constants } from 'node:fs';
import { LeapError } from '../contract/leap-error';
import { survey, type IGroundPlan } from '../service/home/scan/tree/ground';
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

/**
 * The same for a directory that is searched, which is more than counting what can be counted of it.
 *
 * @throws LeapError also `forbidden` where it may not be listed or entered.
 */
export function searchable(path: string): void {
  surveyOf(path);
  try {
    accessSync(path, constants.R_OK | constants.X_OK);
  } catch (cause) {
    const text = 'You may not read this directory.';
    throw about(path, new LeapError('forbidden', text, { cause }));
  }
}

/** A failure with the path that it is about. */
export function about(path: string, reason: unknown): LeapError {
  const { code, message } = LeapError.from(reason);
  const text = `${printable(path)}: ${message}`;
  return new LeapError(code, text, { cause: reason });
}
