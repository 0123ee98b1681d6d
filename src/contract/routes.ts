import type * as z from 'zod/mini';
import { bucketsRoutes } from './routes/buckets';
import { catalogRoutes } from './routes/catalog';
import { contentsRoutes } from './routes/contents';
import { homeRoutes } from './routes/home';
import { imageRoutes } from './routes/image';
import { serverRoutes } from './routes/server';
import { tokenRoutes } from './routes/token';

/**
 * Every route below `<base_url>jupyterlab-leap/`: the one list that the client, the service, the Python
 * handlers and `docs/api.md` are made from.
 *
 * `reply` is one JSON answer, `item` one line of a stream, `file` bytes to be saved. A GET changes nothing, costs little and has
 * only strings in its query; what costs is a POST. `action` is what an authoriser is asked about
 * `jupyterlab-leap:<resource>`.
 */
export const routes = {
  ...homeRoutes,
  ...bucketsRoutes,
  ...contentsRoutes,
  ...imageRoutes,
  ...catalogRoutes,
  ...serverRoutes,
  ...tokenRoutes
};

type Routes = typeof routes;

/** The name of a route, `subject/noun`. */
export type Route = keyof Routes;

/** Routes that answer once. */
export type AskRoute = {
  [R in Route]: Routes[R] extends { reply: unknown } ? R : never;
}[Route];

/** Routes that answer with the bytes of a file. */
export type FileRoute = {
  [R in Route]: Routes[R] extends { file: true } ? R : never;
}[Route];

/** Routes that answer line by line. */
export type StreamRoute = Exclude<Route, AskRoute | FileRoute>;

/**
 * What a route is asked with.
 */
export type Query<R extends Route> = z.infer<Routes[R]['query']>;

/**
 * What a route answers that answers once.
 */
export type Reply<R extends AskRoute> = z.infer<Routes[R]['reply']>;

/**
 * What a route answers piece by piece.
 */
export type Item<R extends StreamRoute> = z.infer<Routes[R]['item']>;

/** The path segment below the server's base address. */
export const API_NAMESPACE = 'jupyterlab-leap';
