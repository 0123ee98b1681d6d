import type {
  AskRoute,
  Item,
  Query,
  Reply,
  Route,
  StreamRoute
} from '../contract';

/**
 * The function behind each route: a promise where the route answers once, an async iterable where it streams.
 *
 * The signal aborts when the caller goes away; whatever runs must stop then.
 */
export type Handlers = {
  [R in Route]: R extends StreamRoute
    ? (query: Query<R>, signal: AbortSignal) => AsyncIterable<Item<R>>
    : R extends AskRoute
      ? (query: Query<R>, signal: AbortSignal) => Promise<Reply<R>>
      : never;
};

/** The routes of one subject, `home` for `home/usage` and its siblings. */
export type SubjectHandlers<S extends string> = Pick<
  Handlers,
  Extract<Route, `${S}/${string}`>
>;
