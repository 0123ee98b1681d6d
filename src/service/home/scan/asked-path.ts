import { LeapError } from '../../../contract/leap-error';
import { encodeName } from './tree/names';

/**
 * The bytes of a path or a name that somebody asked for.
 *
 * @throws LeapError `bad-request` when it stands for no bytes.
 */
export function encodeAsked(text: string): Buffer {
  try {
    return encodeName(text);
  } catch (reason) {
    throw new LeapError('bad-request', 'The path is not valid text.', {
      cause: reason
    });
  }
}
