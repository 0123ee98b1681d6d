import type * as z from 'zod/mini';
import {
  LeapError,
  type ServerChange,
  type ServerStartQuery,
  type ServerStopQuery
} from '../../../contract';
import type { IServiceContext } from '../../config';
import { log } from '../../log';
import { HubApi } from './api';
import { askOwner } from './servers';

/** What every spawner can make a name of. Servers that exist may have other names. */
const NEW_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/**
 * Start one of this user's servers; one of a name that the hub does not know is made.
 *
 * @throws LeapError `bad-request` for a new name that no hub takes, and as `HubApi.change` does.
 */
export async function startServer(
  context: IServiceContext,
  { name }: z.infer<typeof ServerStartQuery>,
  signal: AbortSignal
): Promise<ServerChange> {
  const api = hubOf(context);
  const owner = await askOwner(api, signal);
  const isKnown = name === '' || Object.hasOwn(owner.servers ?? {}, name);
  if (!isKnown && !NEW_NAME.test(name)) {
    throw new LeapError(
      'bad-request',
      'A server’s name is up to 63 letters, digits, dots, dashes and underscores, with a letter or digit at both ends.'
    );
  }
  // Without a body the hub takes the choices that this server had last.
  const isDone = await api.change('POST', owner.name, name, undefined, signal);
  log('server started', { name });
  return { status: isDone ? 'running' : 'starting' };
}

/**
 * Stop one of this user's servers.
 *
 * @throws LeapError as `HubApi.change` does.
 */
export async function stopServer(
  context: IServiceContext,
  { name, forget }: z.infer<typeof ServerStopQuery>,
  signal: AbortSignal
): Promise<ServerChange> {
  if (forget && name === '') {
    throw new LeapError('bad-request', 'The default server is always there.');
  }
  const api = hubOf(context);
  const owner = await askOwner(api, signal);
  log('server stopped', { name });
  const body = forget ? { remove: true } : undefined;
  const isDone = await api.change('DELETE', owner.name, name, body, signal);
  return { status: isDone ? 'stopped' : 'stopping' };
}

function hubOf(context: IServiceContext): HubApi {
  const api = HubApi.from(context);
  if (api === null) {
    throw new LeapError(
      'forbidden',
      'This server has no token for a hub, so it can start and stop nothing.'
    );
  }
  return api;
}
