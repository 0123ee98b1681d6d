import type { ServerDescription, ServerResources } from '../../src/contract';

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
