import type { HomeHistory } from '../../../contract';
import type { IServiceContext } from '../../config';
import { serverStart } from '../../image/started';
import { isOnHub } from '../../hub-address';
import type { IFinishedScan } from '../finished-scan';
import { describeGrowth } from './growth';
import { pointOf, recorded, type HistoryPoint } from './points';

/**
 * What became of the home, the last count included even while it is still being kept.
 */
export async function describeHistory(
  { config, env, now }: IServiceContext,
  kept: readonly HistoryPoint[],
  last: IFinishedScan | null
): Promise<HomeHistory> {
  const startedAt = await serverStart({
    proc: '/proc',
    pid: process.pid,
    isHub: isOnHub(env),
    now: now()
  });
  const isMissing = last && kept.at(-1)?.at !== last.usage.scannedAt;
  const points = isMissing ? recorded(kept, pointOf(last.usage)) : kept;
  return describeGrowth(points, config.limitBytes, startedAt);
}
