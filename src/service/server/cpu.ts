import { join } from 'node:path';
import type { ServerResources } from '../../contract';
import { findControlGroup, readText, type IControlGroup } from './hierarchy';
import { hubLimit, numberIn, tighter, tightestLimit } from './limit';

/**
 * How much processor time this server used and how many processors it may use at once.
 */
export async function readCpu(
  proc: string,
  env: Readonly<Record<string, string | undefined>>
): Promise<ServerResources['cpu']> {
  const [quota, account] = await Promise.all([
    findControlGroup(proc, 'cpu'),
    findControlGroup(proc, 'cpuacct')
  ]);
  const cores = quota === null ? null : await coresOf(quota);
  const limit = tighter(cores?.value ?? null, hubLimit(env, 'CPU_LIMIT'));
  const usedSeconds = account === null ? null : await usedIn(account);
  return {
    usedSeconds,
    limitCores: limit?.value ?? null,
    limitSource: limit?.source ?? null,
    problem: problemOf(account, usedSeconds)
  };
}

function problemOf(
  account: IControlGroup | null,
  usedSeconds: number | null
): string | null {
  if (account === null) {
    return 'This server shares the machine’s processors with other programs, so its own part cannot be told.';
  }
  return usedSeconds === null
    ? 'The kernel’s account of processor time cannot be read here.'
    : null;
}

function coresOf({ version, directories }: IControlGroup) {
  return tightestLimit(directories, version === 1 ? quotaOf1 : quotaOf2);
}

/** Two files; a quota of -1 means none. */
async function quotaOf1(directory: string): Promise<number | null | undefined> {
  const [quota, period] = await Promise.all(
    ['cpu.cfs_quota_us', 'cpu.cfs_period_us'].map(async file =>
      numberIn((await readText(join(directory, file)))?.trim())
    )
  );
  return share(quota, period);
}

/** One file: `quota period`, or `max period`. */
async function quotaOf2(directory: string): Promise<number | null | undefined> {
  const text = await readText(join(directory, 'cpu.max'));
  const [quota = '', period = ''] = text?.trim().split(' ') ?? [];
  return quota === 'max' ? null : share(numberIn(quota), numberIn(period));
}

function share(
  quota: number | undefined,
  period: number | undefined
): number | null | undefined {
  if (quota !== undefined && quota < 0) {
    return null;
  }
  return quota !== undefined && period !== undefined && period > 0
    ? quota / period
    : undefined;
}

async function usedIn({
  version,
  directories
}: IControlGroup): Promise<number | null> {
  const [own = ''] = directories;
  if (version === 1) {
    const ns = numberIn((await readText(join(own, 'cpuacct.usage')))?.trim());
    return ns === undefined ? null : ns / 1e9;
  }
  const stat = await readText(join(own, 'cpu.stat'));
  const us = numberIn(/^usage_usec (\d+)$/m.exec(stat ?? '')?.[1]);
  return us === undefined ? null : us / 1e6;
}
