import { conditionNotMet, Failure, invalid } from './failure';
import type { IStoredObject } from './object';

/**
 * Check the four preconditions of a query against the object as it is; undefined: there is none, which counts as generation 0.
 *
 * @throws Failure 412; 304 where a read asked to be told only of a change; 400 for what is not a number
 */
export function checkPreconditions(
  query: URLSearchParams,
  object: IStoredObject | undefined,
  isRead: boolean,
  suffix: '' | 'Source' = ''
): void {
  const generation = object?.generation ?? '0';
  const metageneration = String(object?.metageneration ?? 0);
  const name = (condition: string): string =>
    suffix === '' ? `if${condition}` : `if${suffix}${condition}`;
  const wanted = [
    [name('GenerationMatch'), generation],
    [name('MetagenerationMatch'), metageneration]
  ] as const;
  const unwanted = [
    [name('GenerationNotMatch'), generation],
    [name('MetagenerationNotMatch'), metageneration]
  ] as const;
  for (const [parameter, actual] of wanted) {
    const asked = read(query, parameter);
    if (asked !== null && asked !== actual) {
      throw conditionNotMet();
    }
  }
  for (const [parameter, actual] of unwanted) {
    if (read(query, parameter) === actual) {
      throw isRead
        ? new Failure(304, 'notModified', 'Not Modified')
        : conditionNotMet();
    }
  }
}

function read(query: URLSearchParams, parameter: string): string | null {
  const text = query.get(parameter);
  if (text !== null && !/^\d+$/.test(text)) {
    throw invalid(
      `Invalid value '${text}'. Values must match /^[0-9]+$/.`,
      parameter
    );
  }
  return text;
}
