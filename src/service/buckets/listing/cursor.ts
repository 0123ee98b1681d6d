import * as z from 'zod/mini';
import { LeapError } from '../../../contract';
import type { IPosition } from './listing';

const Cursor = z.tuple([
  z.nullable(z.string()),
  z.nullable(z.string()),
  z.nullable(z.string())
]);

/**
 * A position as text that a reader hands back to go on.
 */
export function writeCursor(position: IPosition): string {
  const { lastObject, lastPrefix, token } = position;
  return Buffer.from(JSON.stringify([lastObject, lastPrefix, token])).toString(
    'base64url'
  );
}

/**
 * @throws LeapError `bad-request` for text that `writeCursor` did not write.
 */
export function readCursor(text: string): IPosition {
  try {
    const [lastObject, lastPrefix, token] = Cursor.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    );
    return { lastObject, lastPrefix, token };
  } catch (reason) {
    throw new LeapError(
      'bad-request',
      'This place in the listing is not known. List the folder from its beginning.',
      { cause: reason }
    );
  }
}
