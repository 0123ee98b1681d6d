import type { ICall } from './call';
import { invalid } from './failure';

/**
 * Where the bytes of a request to an upload session belong.
 *
 * `start` is undefined for a question how much has arrived, `total` while the length of the whole is not known.
 *
 * @throws Failure 400
 */
export function readContentRange(call: ICall): {
  start: number | undefined;
  total: number | undefined;
} {
  const header = call.headers['content-range'];
  if (header === undefined) {
    return { start: 0, total: call.body.length };
  }
  const [, first, last, total] =
    /^bytes (?:(\d+)-(\d+|\*)|\*)\/(\d+|\*)$/.exec(header) ?? [];
  if (total === undefined) {
    throw invalid('Failed to parse Content-Range header.');
  }
  if (
    first !== undefined &&
    last !== undefined &&
    last !== '*' &&
    Number(last) - Number(first) + 1 !== call.body.length
  ) {
    throw invalid('The Content-Range header does not fit the body.');
  }
  const start = first === undefined ? undefined : Number(first);
  if (total !== '*') {
    return { start, total: Number(total) };
  }
  // `0-*/*`: a stream of unknown length that ends with this request.
  const isToTheEnd = start !== undefined && last === '*';
  return {
    start,
    total: isToTheEnd ? start + call.body.length : undefined
  };
}
