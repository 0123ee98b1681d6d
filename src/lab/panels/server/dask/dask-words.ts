import type { TranslationBundle } from '@jupyterlab/translation';
import type { DaskCluster } from '../../../../contract';
import { formatBytes } from '../../../format';

/** Clusters have random names of 32 letters; the first tell them apart. */
const NAME_LENGTH = 8;

/**
 * Enough of a cluster's name to tell it from the user's others: the end of `namespace.name` begins with it.
 */
export function clusterLabel(name: string): string {
  return name.split('.').at(-1)?.slice(0, NAME_LENGTH) ?? name;
}

/**
 * What a cluster does and uses: `2 workers, 4 cores, 1.2 GB of 8 GB`.
 */
export function clusterState(
  { status, workers }: DaskCluster,
  trans: TranslationBundle
): string {
  if (status !== 'running') {
    return status === 'starting'
      ? trans.__('starting…')
      : trans.__('stopping…');
  }
  if (workers === null) {
    return trans.__('running; its scheduler does not answer');
  }
  if (workers.count === 0) {
    return trans.__('running, no workers');
  }
  const { count, cores, usedBytes, limitBytes } = workers;
  return [
    trans._n('%1 worker', '%1 workers', count),
    trans._n('%1 core', '%1 cores', cores),
    limitBytes > 0
      ? trans.__('%1 of %2', formatBytes(usedBytes), formatBytes(limitBytes))
      : formatBytes(usedBytes)
  ].join(', ');
}
