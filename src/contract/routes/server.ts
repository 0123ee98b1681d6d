import {
  ClusterChange,
  ClusterStopQuery,
  DaskClusters
} from '../dask-clusters';
import {
  HubServers,
  ServerChange,
  ServerStartQuery,
  ServerStopQuery
} from '../hub-servers';
import { ServerDescription, ServerResources, ServiceHealth } from '../server';
import { nothing } from '../scalars';

/** The routes of the Server section, and the service’s own. */
export const serverRoutes = {
  'server/health': {
    method: 'GET',
    resource: 'server',
    action: 'read',
    query: nothing,
    reply: ServiceHealth
  },
  'server/description': {
    method: 'GET',
    resource: 'server',
    action: 'read',
    query: nothing,
    reply: ServerDescription
  },
  'server/resources': {
    method: 'GET',
    resource: 'server',
    action: 'read',
    query: nothing,
    reply: ServerResources
  },
  'server/hub-servers': {
    method: 'POST',
    resource: 'server',
    action: 'read',
    query: nothing,
    reply: HubServers
  },
  'server/start': {
    method: 'POST',
    resource: 'server',
    action: 'execute',
    query: ServerStartQuery,
    reply: ServerChange
  },
  'server/stop': {
    method: 'POST',
    resource: 'server',
    action: 'execute',
    query: ServerStopQuery,
    reply: ServerChange
  },
  'server/dask-clusters': {
    method: 'POST',
    resource: 'server',
    action: 'read',
    query: nothing,
    reply: DaskClusters
  },
  'server/cluster-stop': {
    method: 'POST',
    resource: 'server',
    action: 'execute',
    query: ClusterStopQuery,
    reply: ClusterChange
  }
} as const;
