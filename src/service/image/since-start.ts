import {
  LeapError,
  type AddedPackages,
  type ImagePackages
} from '../../contract';
import { addedSince, versionsOf, type IBaseline } from './added';
import { readPackageList, type IListOptions } from './package-list';
import { firstSnapshot } from './snapshot';

/**
 * What is compared, and with what.
 */
export interface ISinceStart extends IListOptions {
  readonly installed: ImagePackages;
  /** Null: not known. */
  readonly startedAt: string | null;
  /** The published list of this image; null: there is none. */
  readonly listAddress: string | null;
}

/**
 * The packages that were installed since the server started: against the image's published list, or, where that
 * cannot be had, against what was there when it was first asked for.
 *
 * @throws LeapError `unavailable` when it is not known when the server started.
 */
export async function packagesSinceStart(
  options: ISinceStart,
  signal: AbortSignal
): Promise<AddedPackages> {
  const { installed, startedAt, cache, now } = options;
  if (startedAt === null) {
    throw new LeapError(
      'unavailable',
      'It is not known when this server started, so what was added since cannot be told.'
    );
  }
  const start = new Date(startedAt);
  const snapshot = await firstSnapshot(cache, start, now(), installed.packages);
  const list = await listBaseline(options, signal);
  const baseline: IBaseline = list.baseline ?? {
    kind: 'snapshot',
    versions: versionsOf(snapshot.packages)
  };
  return {
    packages: addedSince(installed.packages, baseline, start),
    since: startedAt,
    comparedWith: baseline.kind,
    comparedAt: list.confirmedAt ?? snapshot.takenAt,
    problem: list.problem,
    unreadableCount: installed.unreadableCount
  };
}

async function listBaseline(
  options: ISinceStart,
  signal: AbortSignal
): Promise<{
  baseline: IBaseline | null;
  confirmedAt: string | null;
  problem: string | null;
}> {
  if (options.listAddress === null) {
    const problem = 'No list of packages is known for this image.';
    return { baseline: null, confirmedAt: null, problem };
  }
  try {
    const list = await readPackageList(options.listAddress, options, signal);
    return {
      baseline: { kind: 'list', versions: versionsOf(list.packages) },
      confirmedAt: list.confirmedAt.toISOString(),
      problem: null
    };
  } catch (reason) {
    const error = LeapError.from(reason);
    if (error.code === 'cancelled') {
      throw error;
    }
    return { baseline: null, confirmedAt: null, problem: error.message };
  }
}
