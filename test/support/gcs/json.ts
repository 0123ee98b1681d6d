import { Failure } from './failure';

/**
 * Whether a value is a JSON object.
 */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A request's JSON body; an empty one counts as `{}`.
 *
 * @throws Failure 400
 */
export function readJson(body: Buffer): Record<string, unknown> {
  if (body.length === 0) {
    return {};
  }
  try {
    const value: unknown = JSON.parse(body.toString());
    if (isRecord(value)) {
      return value;
    }
  } catch {
    // Refused below, in the words of the service.
  }
  throw new Failure(400, 'parseError', 'Parse Error');
}

/**
 * A text field; undefined when it is absent.
 */
export function textOf(
  record: Record<string, unknown>,
  name: string
): string | undefined {
  const value = record[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * A field that is itself an object; empty when it is absent.
 */
export function recordOf(
  record: Record<string, unknown>,
  name: string
): Record<string, unknown> {
  const value = record[name];
  return isRecord(value) ? value : {};
}
