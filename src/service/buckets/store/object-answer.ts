import type { IAnswer, IBytesAnswer } from '../requests/exchange';
import { isNoBucket, noBucket } from '../requests/refusal';
import type { IObjectBytes } from './object-query';

/** A listing that answers. */
export const LISTED: ReadonlySet<number> = new Set([200]);

/** What an object is asked for and is not there, or is shorter than that, is an answer too. */
export const READ: ReadonlySet<number> = new Set([200, 206, 404, 416]);

/** The body stands in `bytes`; in `body` too when it is a refusal. */
export type MediaAnswer = IAnswer & IBytesAnswer;

/**
 * The bytes of an object, as they were answered; null: no such object.
 *
 * @throws LeapError `not-found` when there is no such bucket.
 */
export function readMedia(
  answer: MediaAnswer,
  bucket: string
): { readonly object: IObjectBytes | null } {
  const { status, bytes, isCut, contentEncoding } = answer;
  switch (status) {
    case 404:
      refuseNoBucket(answer, bucket);
      return { object: null };
    case 416:
      // Nothing there: an empty object, or the end of one.
      return {
        object: { bytes: Buffer.alloc(0), isCut: false, contentEncoding: null }
      };
    default:
      return { object: { bytes, isCut, contentEncoding } };
  }
}

/**
 * The size of an object, as it was answered. Null: the answer was cut off; `bytes` null: no such object.
 *
 * @throws LeapError `not-found` when there is no such bucket.
 */
export function readSize(
  answer: IAnswer,
  bucket: string
): { readonly bytes: number | null } | null {
  if (answer.status === 404) {
    refuseNoBucket(answer, bucket);
    return { bytes: null };
  }
  // A number beyond 2^53 travels as text, so the size always does.
  const size = /^\s*\{\s*"size"\s*:\s*"(\d{1,15})"\s*\}\s*$/.exec(answer.body);
  return size ? { bytes: Number(size[1]) } : null;
}

function refuseNoBucket({ body }: IAnswer, bucket: string): void {
  if (isNoBucket(body)) {
    throw noBucket(bucket);
  }
}
