import type { ILeapClient } from '../../../src/lab/client';
import { LeapError, type Route } from '../../../src/contract';

/** What a scripted client was asked. */
export interface IAsked {
  readonly route: Route;
  readonly query: unknown;
  readonly signal: AbortSignal | undefined;
}

/** Answers by route. */
export type Script = Partial<
  Record<Route, (query: never, signal?: AbortSignal) => unknown>
>;

/**
 * A client whose answers are written by the test: a value or an error for `ask`, an (async) iterable for `stream`.
 * A route without a script fails the test that asks for it.
 */
export class ScriptedClient implements ILeapClient {
  constructor(private readonly _script: Script) {}

  readonly asked: IAsked[] = [];

  ask: ILeapClient['ask'] = async (route, query, signal) =>
    (await this._answer(route, query, signal)) as never;

  stream: ILeapClient['stream'] = (route, query, signal) =>
    this._stream(route, query, signal) as never;

  bytes: ILeapClient['bytes'] = async (route, query, signal) =>
    (await this._answer(route, query, signal)) as never;

  address: ILeapClient['address'] = (route, query) =>
    `http://lab/${route}?${new URLSearchParams(query).toString()}`;

  private async *_stream(
    route: Route,
    query: unknown,
    signal?: AbortSignal
  ): AsyncGenerator {
    for await (const item of this._answer(route, query, signal) as
      AsyncIterable<unknown> | Iterable<unknown>) {
      if (signal?.aborted) {
        throw new LeapError('cancelled', 'Cancelled.');
      }
      yield item;
    }
  }

  private _answer(
    route: Route,
    query: unknown,
    signal: AbortSignal | undefined
  ): unknown {
    this.asked.push({ route, query, signal });
    const script = this._script[route];
    if (!script) {
      throw new Error(`Nobody expected to be asked for ${route}`);
    }
    const answer = script(query as never, signal);
    if (answer instanceof LeapError) {
      throw answer;
    }
    return answer;
  }
}
