import * as z from 'zod/mini';
import { count, instant } from './scalars';

/**
 * That the service is there, and which version it is.
 */
export type ServiceHealth = z.infer<typeof ServiceHealth>;
export const ServiceHealth = z.object({
  version: z.string(),
  node: z.string(),
  residentBytes: count
});

/**
 * What this server uses and may use, as the kernel accounts for it: never the whole machine's numbers.
 */
export type ServerResources = z.infer<typeof ServerResources>;
export const ServerResources = z.object({
  memory: z.object({
    /** What the kernel cannot give back at once; null: not known, `problem` says why. */
    usedBytes: z.nullable(count),
    /** Copies of files that are dropped when memory is short; with `usedBytes` the kernel's own number. */
    reclaimableBytes: z.nullable(count),
    /** Null: no limit, or not known when `problem` says so. */
    limitBytes: z.nullable(count),
    /** `cgroup`, or the variable of the hub, `MEM_LIMIT`. */
    limitSource: z.nullable(z.string()),
    problem: z.nullable(z.string())
  }),
  cpu: z.object({
    /** Processor time used since the server's group began; what is in use now is the change between two answers. */
    usedSeconds: z.nullable(z.number().check(z.minimum(0))),
    limitCores: z.nullable(z.number().check(z.minimum(0))),
    limitSource: z.nullable(z.string()),
    problem: z.nullable(z.string())
  }),
  /** A clock that only goes forward, for the time between two answers. */
  clockMs: z.number()
});

/**
 * A page of the hub, or one about it.
 */
export type HubLink = z.infer<typeof HubLink>;
export const HubLink = z.object({
  kind: z.enum(['control-panel', 'tokens', 'quota', 'documentation']),
  /** An http(s) address, or a path on the host that the browser already talks to. */
  address: z.string()
});

/**
 * What this server is; does not change while it runs.
 */
export type ServerDescription = z.infer<typeof ServerDescription>;
export const ServerDescription = z.object({
  onHub: z.boolean(),
  user: z.nullable(z.string()),
  /** Empty: the default server. */
  name: z.string(),
  /** The image's name and tag; null when the environment does not say. */
  image: z.nullable(z.string()),
  startedAt: z.nullable(instant),
  /** When the hub stops it at the latest, busy or not; null: not known. */
  stopsBy: z.nullable(instant),
  /** After how long without activity the hub stops it; null: not known. */
  serverIdleSeconds: z.nullable(count),
  /** After how long without work a kernel ends; null: not known. */
  kernelIdleSeconds: z.nullable(count),
  /** Models of the graphics processors that this server may use. */
  gpus: z.array(z.string()),
  links: z.array(HubLink),
  /** Who gives lasting access. */
  support: z.object({
    /** Fits after "ask". */
    name: z.string(),
    url: z.nullable(z.string()),
    email: z.nullable(z.string())
  })
});
