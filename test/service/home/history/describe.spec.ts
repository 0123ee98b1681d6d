import { describeHistory } from '../../../../src/service/home/history/describe';
import {
  pointOf,
  type HistoryPoint
} from '../../../../src/service/home/history/points';
import type { IFinishedScan } from '../../../../src/service/home/finished-scan';
import { serverStart } from '../../../../src/service/image/started';
import { GB, usage } from '../../../support/home/usage-answers';
import { leapConfig } from '../../../support/service/leap-config';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const now = new Date();

function scan(ageMs: number, gigabytes: number): IFinishedScan {
  return {
    usage: usage({
      scannedAt: new Date(now.getTime() - ageMs).toISOString(),
      usedBytes: gigabytes * GB
    }),
    snapshot: null,
    large: { files: [], stores: [], oldest: [] }
  };
}

function kept(ageMs: number, gigabytes: number): HistoryPoint {
  return pointOf(scan(ageMs, gigabytes).usage);
}

function context(env: Record<string, string> = {}) {
  return { config: leapConfig(), env, now: () => now };
}

describe('What became of a home', () => {
  const days = [3, 2, 1].map(age => kept(age * DAY_MS, 26 - 2 * age));

  it('includes the last count while it is being kept, and once when it is', async () => {
    const last = scan(0, 26);
    const meanwhile = await describeHistory(context(), days, last);
    const after = await describeHistory(
      context(),
      [...days, pointOf(last.usage)],
      last
    );

    expect(meanwhile.points.map(({ usedBytes }) => usedBytes / GB)).toEqual([
      20, 22, 24, 26
    ]);
    expect(after).toEqual(meanwhile);
  });

  it('is there of earlier servers before this one has counted', async () => {
    const history = await describeHistory(context(), days, null);

    expect(history.points).toHaveLength(3);
  });

  it('says when the limit is reached, not what is recommended', async () => {
    const below = [3, 2, 1].map(age => kept(age * DAY_MS, 20 - 2 * age));

    // 30 GB are left of 50, and 5 of the recommended 25; 2 GB come each day.
    expect(await describeHistory(context(), below, scan(0, 20))).toMatchObject({
      fullInDays: 15
    });
  });

  it('says what changed since this server started', async () => {
    const env = { JUPYTERHUB_SERVICE_PREFIX: '/user/ann/' };
    const startedAt = await serverStart({
      proc: '/proc',
      pid: process.pid,
      isHub: true,
      now
    });
    const age = now.getTime() - (startedAt?.getTime() ?? NaN);
    const points = [kept(age + 2 * HOUR_MS, 10), kept(age / 2, 11)];

    const { changes } = await describeHistory(
      context(env),
      points,
      scan(0, 14)
    );

    expect(changes.find(({ period }) => period === 'start')).toEqual({
      period: 'start',
      since: points[1]?.at,
      changedBytes: 3 * GB
    });
  });
});
