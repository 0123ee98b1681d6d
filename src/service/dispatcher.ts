import type * as z from 'zod/mini';
import { LeapError, routes, type Route } from '../contract';
import type { Handlers, IFile } from './handlers';

/** What a route answered: one value, values one by one, or a file. */
export type Answer =
  | { kind: 'reply'; value: unknown }
  | { kind: 'stream'; items: AsyncIterable<unknown> }
  | { kind: 'file'; file: IFile };

/**
 * Checks a request against the contract and runs its handler.
 */
export class Dispatcher {
  constructor(handlers: Handlers) {
    this._handlers = handlers;
  }

  /**
   * @param query - What came over the wire, not yet checked.
   * @throws LeapError `not-found` for a route nobody knows, `bad-request` that names the wrong field.
   */
  async dispatch(
    name: string,
    method: string,
    query: unknown,
    signal: AbortSignal
  ): Promise<Answer> {
    if (!Object.hasOwn(routes, name)) {
      throw new LeapError('not-found', 'There is no such route.');
    }
    const route = name as Route;
    if (routes[route].method !== method) {
      throw new LeapError(
        'bad-request',
        `This route answers ${routes[route].method} only.`
      );
    }
    const checked = routes[route].query.safeParse(query);
    if (!checked.success) {
      throw new LeapError('bad-request', describe(checked.error));
    }
    // The table ties query and handler together; TypeScript loses the tie when the key is a union.
    const handler = this._handlers[route] as (
      query: unknown,
      signal: AbortSignal
    ) => Promise<unknown> | AsyncIterable<unknown>;
    const answer = handler(checked.data, signal);
    if (Symbol.asyncIterator in answer) {
      return { kind: 'stream', items: answer };
    }
    const value = await answer;
    return 'file' in routes[route]
      ? { kind: 'file', file: value as IFile }
      : { kind: 'reply', value };
  }

  private readonly _handlers: Handlers;
}

function describe(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  if (!issue) {
    return 'The query is wrong.';
  }
  if (issue.code === 'unrecognized_keys') {
    return `Unknown field: ${issue.keys.slice(0, 3).join(', ').slice(0, 100)}`;
  }
  const field = issue.path.join('.').slice(0, 100);
  return field ? `${field}: ${issue.message}` : issue.message;
}
