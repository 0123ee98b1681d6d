import type {
  AskRoute,
  FileRoute,
  Item,
  Query,
  Reply,
  Route,
  StreamRoute
} from '../contract';

/**
 * Bytes that a browser saves under a name.
 */
export interface IFile {
  readonly name: string;
  readonly bytes: number;
  /** Exactly so many; throws when they cannot be had. */
  readonly content: AsyncIterable<Uint8Array>;
}

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
      : R extends FileRoute
        ? (query: Query<R>, signal: AbortSignal) => Promise<IFile>
        : never;
};

/** The routes of one subject, `home` for `home/usage` and its siblings. */
export type SubjectHandlers<S extends string> = Pick<
  Handlers,
  Extract<Route, `${S}/${string}`>
>;
