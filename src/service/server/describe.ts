import type { ServerDescription } from '../../contract';
import type { IServiceContext } from '../config';
import { describeImage } from '../image/describe';
import { findGpus } from '../image/gpus';
import { isOnHub } from '../hub-address';
import { hubLinks } from './links';

/** A name from the environment longer than this is damage. */
const MAX_NAME = 256;

/**
 * Where the machine shows its processes and devices; tests bring their own.
 */
export interface IMachine {
  readonly proc: string;
  readonly dev: string;
  readonly pid: number;
}

/**
 * What this server is, as far as its environment and its machine say.
 */
export async function describeServer(
  context: IServiceContext,
  machine: IMachine
): Promise<ServerDescription> {
  const { config, env } = context;
  const [image, gpus] = await Promise.all([
    describeImage(context, machine),
    findGpus(machine.proc, machine.dev)
  ]);
  const { reference, spec, startedAt } = image;
  return {
    onHub: isOnHub(env),
    user: env['JUPYTERHUB_USER']?.trim().slice(0, MAX_NAME) || null,
    name: (env['JUPYTERHUB_SERVER_NAME'] ?? '').slice(0, MAX_NAME),
    image:
      reference === null
        ? (spec?.slice(0, MAX_NAME) ?? null)
        : [reference.name, reference.tag].filter(Boolean).join(':'),
    startedAt,
    stopsBy: isOnHub(env) ? stopsBy(startedAt, config.serverMaxSeconds) : null,
    serverIdleSeconds: isOnHub(env) ? config.serverIdleSeconds : null,
    kernelIdleSeconds: isOnHub(env) ? config.kernelIdleSeconds : null,
    gpus,
    links: hubLinks(config, env),
    support: {
      name: config.supportName,
      url: config.supportUrl,
      email: config.supportEmail
    }
  };
}

function stopsBy(
  startedAt: string | null,
  maxSeconds: number | null
): string | null {
  return startedAt === null || maxSeconds === null
    ? null
    : new Date(Date.parse(startedAt) + maxSeconds * 1000).toISOString();
}
