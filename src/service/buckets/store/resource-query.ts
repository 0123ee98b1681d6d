import { LeapError } from '../../../contract';
import type { IAnswer } from '../requests/exchange';
import { isNoBucket, noBucket } from '../requests/refusal';
import { paidBy } from './object-query';

/**
 * Fields of a bucket, or of an object in it, in the terms of the JSON API.
 */
export interface IResourceQuery {
  readonly bucket: string;
  /** Absent: the bucket itself. */
  readonly name?: string;
  readonly fields: string;
  readonly payer?: string | null;
}

/**
 * The address that asks for it.
 */
export function resourceAddress(
  baseUrl: string,
  { bucket, name, fields, payer }: IResourceQuery
): string {
  const object = name === undefined ? '' : `/o/${encodeURIComponent(name)}`;
  return `${baseUrl}/b/${encodeURIComponent(bucket)}${object}?fields=${encodeURIComponent(fields)}${paidBy(payer)}`;
}

/** That there is no such object is an answer too, in words of its own. */
export const RESOURCE: ReadonlySet<number> = new Set([200, 404]);

/**
 * The resource, or null when the answer was cut off.
 *
 * @throws LeapError `not-found`
 */
export function readResource(
  { status, body }: Pick<IAnswer, 'status' | 'body'>,
  { bucket, name }: IResourceQuery
): Readonly<Record<string, unknown>> | null {
  if (status === 404) {
    throw name === undefined || isNoBucket(body)
      ? noBucket(bucket)
      : new LeapError(
          'not-found',
          'There is no such object any more. List the folder again.'
        );
  }
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    // Cut off in the middle: the caller asks again.
    return null;
  }
}
