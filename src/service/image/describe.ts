import { LeapError, type Image, type ImageReference } from '../../contract';
import type { IServiceContext } from '../config';
import { findGpus } from './gpus';
import { findEnvironment } from './environment';
import { offerOf } from './offer';
import { packagesUrlOf } from './packages-url';
import { pinnedBy } from './pinned';
import { parseImageSpec } from './reference';
import { availabilityOf } from './registry';
import { serverStart } from './started';

/** Where a hub says which image it started; both hold the same, older hubs set the second only. */
const SPEC_VARIABLES = ['JUPYTER_IMAGE_SPEC', 'JUPYTER_IMAGE'] as const;

/**
 * The machine's process table and devices, and this process's place in the table; tests bring their own.
 */
export interface IProcessPlace {
  readonly proc: string;
  readonly pid: number;
  /** Where the machine's devices are. */
  readonly dev: string;
}

/**
 * What this server runs, as far as its environment and its process table say.
 *
 * A spec that is missing or cannot be read is part of the answer, not a failure: the rest still helps.
 */
export async function describeImage(
  context: IServiceContext,
  place: IProcessPlace
): Promise<Image> {
  const { config, env, now } = context;
  const source = SPEC_VARIABLES.find(variable => env[variable]?.trim()) ?? null;
  const spec = source === null ? null : (env[source] ?? null);
  const { reference, problem } = readSpec(spec);
  const [start, environment, gpus] = await Promise.all([
    serverStart({
      ...place,
      isHub: env['JUPYTERHUB_SERVICE_PREFIX'] !== undefined,
      now: now()
    }),
    findEnvironment({ ...place, env }),
    findGpus(place.proc, place.dev)
  ]);
  return {
    spec,
    source,
    reference,
    pinned: pinnedBy(reference),
    problem,
    packagesUrl: packagesUrlOf(reference, config.packagesUrl),
    availability: availabilityOf(reference, config),
    ...offerOf(reference, config.imagesOffered),
    startedAt: start?.toISOString() ?? null,
    pythonVersion: environment?.version ?? null,
    gpus
  };
}

function readSpec(spec: string | null): {
  reference: ImageReference | null;
  problem: string | null;
} {
  if (spec === null) {
    return { reference: null, problem: null };
  }
  try {
    return { reference: parseImageSpec(spec), problem: null };
  } catch (reason) {
    return { reference: null, problem: LeapError.from(reason).message };
  }
}
