import type {
  Bucket,
  DaskClusters,
  HubServer,
  HubServers,
  ServerDescription,
  ServerResources
} from '../../../src/contract';

/** The default server of a user of the LEAP hub. */
export function description(
  fields: Partial<ServerDescription> = {}
): ServerDescription {
  return {
    onHub: true,
    user: 'funky-user',
    name: '',
    image: 'pangeo-notebook:2026.06.04',
    startedAt: '2026-11-23T09:12:00.000Z',
    stopsBy: '2026-11-30T09:12:00.000Z',
    serverIdleSeconds: null,
    kernelIdleSeconds: 3600,
    gpus: [],
    links: [
      { kind: 'control-panel', address: '/hub/home' },
      { kind: 'tokens', address: '/hub/token' },
      { kind: 'documentation', address: 'https://docs.example.org/hub.html' }
    ],
    support: {
      name: 'the Data and Computation Team',
      url: 'https://support.example.org/team.html',
      email: 'team@example.org'
    },
    ...fields
  };
}

/** 2 of 8 GB, 4 processors, `usedSeconds` of them used `clockMs` after the service began. */
export function resources(
  usedSeconds = 10,
  clockMs = 1000,
  memory: Partial<ServerResources['memory']> = {},
  cpu: Partial<ServerResources['cpu']> = {}
): ServerResources {
  return {
    memory: {
      usedBytes: 2_000_000_000,
      reclaimableBytes: 100,
      limitBytes: 8_000_000_000,
      limitSource: 'cgroup',
      problem: null,
      ...memory
    },
    cpu: {
      usedSeconds,
      limitCores: 4,
      limitSource: 'cgroup',
      problem: null,
      ...cpu
    },
    clockMs
  };
}

/** One of the user's servers, running. */
export function hubServer(fields: Partial<HubServer> = {}): HubServer {
  const name = fields.name ?? '';
  return {
    name,
    isThis: false,
    status: 'running',
    startedAt: '2026-11-23T09:12:00.000Z',
    lastActivityAt: null,
    address: `/user/funky-user/${name}`,
    ...fields
  };
}

/** This server, and two named ones of which one is stopped. */
export function hubServers(fields: Partial<HubServers> = {}): HubServers {
  return {
    servers: [
      hubServer({ isThis: true }),
      hubServer({ name: 'gpu' }),
      hubServer({ name: 'old', status: 'stopped', startedAt: null })
    ],
    reason: null,
    mayStart: true,
    mayStop: true,
    spawnPage: '/hub/spawn/funky-user/{server}',
    ...fields
  };
}

/** A hub without a Dask Gateway. */
export function daskClusters(fields: Partial<DaskClusters> = {}): DaskClusters {
  return { isOffered: false, clusters: [], code: '', ...fields };
}

/** The buckets that they see: a folder of their own in one, and one to read. */
export const BUCKETS: Bucket[] = [
  {
    name: 'leap-persistent',
    title: 'Persistent',
    access: 'own-folder',
    deleteAfterDays: null,
    ownPrefix: 'funky-user/',
    ownPrefixSource: '$PERSISTENT_BUCKET'
  },
  {
    name: 'leap-persistent-ro',
    title: 'Read-only',
    access: 'read-only',
    deleteAfterDays: null,
    ownPrefix: null,
    ownPrefixSource: 'This bucket is read-only.'
  }
];
