import * as z from 'zod/mini';
import { instant } from './scalars';

/** The name of one of a user's servers; empty: the default one. */
const serverName = z.string().check(z.maxLength(255));

/**
 * One of this user's servers, as the hub knows it.
 */
export type HubServer = z.infer<typeof HubServer>;
export const HubServer = z.object({
  name: serverName,
  /** The one that answers. */
  isThis: z.boolean(),
  status: z.enum(['running', 'starting', 'stopping', 'stopped']),
  startedAt: z.nullable(instant),
  /** The hub hears of it every few minutes. */
  lastActivityAt: z.nullable(instant),
  /** An http(s) address, or a path on the host that the browser already talks to; null: none that is safe. */
  address: z.nullable(z.string())
});

/**
 * The servers of this user, and what this server's token may do with them.
 */
export type HubServers = z.infer<typeof HubServers>;
export const HubServers = z.object({
  /** Null: they cannot be listed, and `reason` says why. */
  servers: z.nullable(z.array(HubServer)),
  /** One sentence about what is not possible here; null: everything is. */
  reason: z.nullable(z.string()),
  mayStart: z.boolean(),
  mayStop: z.boolean(),
  /** The hub's page that starts a server with choices, with `{server}` for its name; null: not known. */
  spawnPage: z.nullable(z.string())
});

/**
 * Which server to start: one that stopped, with the choices it had, or a new name.
 */
export const ServerStartQuery = z.strictObject({ name: serverName });

/**
 * Which server to stop, and whether the hub forgets a named one.
 */
export const ServerStopQuery = z.strictObject({
  name: serverName,
  forget: z.boolean()
});

/**
 * What the hub does now.
 */
export type ServerChange = z.infer<typeof ServerChange>;
export const ServerChange = z.object({
  /** `starting` and `stopping`: it still takes a while. */
  status: z.enum(['running', 'starting', 'stopping', 'stopped'])
});
