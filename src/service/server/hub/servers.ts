import * as z from 'zod/mini';
import { LeapError, type HubServer, type HubServers } from '../../../contract';
import type { IServiceContext } from '../../config';
import { hubBase, isOnHub } from '../../hub-address';
import { HubApi } from './api';

/** Nobody keeps so many, and a list of them would help nobody. */
const MAX_SERVERS = 200;

const text = z.string().check(z.maxLength(4096));
const time = z.nullish(z.string());

/** What is read of a server; hubs before version 4 leave some of it out. */
const Known = z.object({
  name: z.string().check(z.maxLength(255)),
  ready: z._default(z.boolean(), false),
  pending: z.nullish(z.string()),
  started: time,
  last_activity: time,
  url: z.nullish(text),
  full_url: z.nullish(text)
});

const Owner = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  /** Missing where the token may not list servers. */
  servers: z.optional(z.record(z.string(), Known)),
  /** What the token may do; hubs before version 2 do not say. */
  scopes: z.optional(z.array(z.string()))
});
type Owner = z.infer<typeof Owner>;

/**
 * The servers of this user, this one first. Where they cannot be listed the answer says why.
 *
 * @throws LeapError when the hub does not answer, or not with what a hub answers.
 */
export async function listServers(
  context: IServiceContext,
  signal: AbortSignal
): Promise<HubServers> {
  const { config, env } = context;
  if (!isOnHub(env)) {
    return nothing('This server was not started by a hub.');
  }
  const api = HubApi.from(context);
  if (api === null) {
    return nothing(
      'This server was given no token for its hub, so it cannot list your servers. The hub’s control panel can.'
    );
  }
  const owner = await askOwner(api, signal);
  if (owner.servers === undefined) {
    return nothing(
      'This server’s token may not list your servers. The hub’s control panel can.'
    );
  }
  const mayStart = may(owner, 'servers');
  const mayStop = may(owner, 'delete:servers');
  const base = hubBase(config.hubUrl, env);
  return {
    servers: sorted(owner.servers, env['JUPYTERHUB_SERVER_NAME'] ?? ''),
    reason:
      mayStart && mayStop
        ? null
        : 'This server’s token may list your servers, not start and stop them. The hub’s control panel can.',
    mayStart,
    mayStop,
    spawnPage:
      base && `${base}hub/spawn/${encodeURIComponent(owner.name)}/{server}`
  };
}

/**
 * Who this server belongs to, by the hub's own word.
 *
 * @throws LeapError `bad-upstream` when the answer is something else.
 */
export async function askOwner(
  api: HubApi,
  signal: AbortSignal
): Promise<Owner> {
  const parsed = Owner.safeParse(await api.whoami(signal));
  if (!parsed.success) {
    throw new LeapError(
      'bad-upstream',
      'The hub answered something that is not a user. Use its control panel.',
      { cause: parsed.error }
    );
  }
  return parsed.data;
}

function nothing(reason: string): HubServers {
  const servers = null;
  return { servers, reason, mayStart: false, mayStop: false, spawnPage: null };
}

/** Whether a token has a scope, for this user or for more: `servers`, `servers!user=ann`. */
function may({ scopes }: Owner, wanted: string): boolean {
  return (
    scopes === undefined ||
    scopes.some(scope => scope === wanted || scope.startsWith(`${wanted}!`))
  );
}

/** The default server is there on every hub, whether it ever ran or not. */
function sorted(
  known: NonNullable<Owner['servers']>,
  own: string
): HubServer[] {
  const never = { name: '', ready: false };
  const servers = [never, ...Object.values(known)].map(each =>
    read(each, each.name === own)
  );
  const byName = new Map(servers.map(each => [each.name, each]));
  const rank = ({ isThis, name }: HubServer): number =>
    isThis ? 0 : name === '' ? 1 : 2;
  return [...byName.values()]
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
    .slice(0, MAX_SERVERS);
}

function read(server: z.infer<typeof Known>, isThis: boolean): HubServer {
  const status = statusOf(server);
  return {
    name: server.name,
    isThis,
    status,
    startedAt: status === 'stopped' ? null : instantOf(server.started),
    lastActivityAt: instantOf(server.last_activity),
    address: safeAddress(server.full_url ?? server.url)
  };
}

function statusOf({
  ready,
  pending
}: z.infer<typeof Known>): HubServer['status'] {
  if (pending === 'stop') {
    return 'stopping';
  }
  if (pending) {
    return 'starting';
  }
  return ready ? 'running' : 'stopped';
}

/** The hub writes microseconds, and zones in more than one way. */
function instantOf(given: string | null | undefined): string | null {
  const ms = Date.parse(given ?? '');
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** `//host` and `/\host` are other hosts to a browser. */
function safeAddress(given: string | null | undefined): string | null {
  return given && /^(?:\/(?![/\\])|https?:\/\/)/.test(given) ? given : null;
}
