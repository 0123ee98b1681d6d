import { join } from 'node:path';
import type { ServerResources } from '../../contract';
import { findControlGroup, readText, type IControlGroup } from './hierarchy';
import {
  hubLimit,
  numberIn,
  readBytesLimit,
  tighter,
  tightestLimit
} from './limit';

const FILES = {
  1: {
    usage: 'memory.usage_in_bytes',
    limit: 'memory.limit_in_bytes',
    reclaimable: 'total_inactive_file'
  },
  2: {
    usage: 'memory.current',
    limit: 'memory.max',
    reclaimable: 'inactive_file'
  }
} as const;

/**
 * How much memory this server uses and may use.
 *
 * Used is what the kernel counts less the copies of files that it would drop first: what decides whether the
 * server is killed. That is how Kubernetes counts too.
 */
export async function readMemory(
  proc: string,
  env: Readonly<Record<string, string | undefined>>
): Promise<ServerResources['memory']> {
  const hub = hubLimit(env, 'MEM_LIMIT');
  const group = await findControlGroup(proc, 'memory');
  if (group === null) {
    return {
      usedBytes: null,
      reclaimableBytes: null,
      limitBytes: hub === null ? null : Math.round(hub.value),
      limitSource: hub?.source ?? null,
      problem:
        'This server shares the machine’s memory with other programs, so its own part cannot be told.'
    };
  }
  return readGroup(group, hub);
}

async function readGroup(
  group: IControlGroup,
  hub: ReturnType<typeof hubLimit>
): Promise<ServerResources['memory']> {
  const files = FILES[group.version];
  const found = await tightestLimit(group.directories, directory =>
    readBytesLimit(directory, files.limit)
  );
  const limit = tighter(found.value, hub);
  const usage = numberIn(
    (await readText(join(found.directory, files.usage)))?.trim()
  );
  const reclaimable = await reclaimableIn(found.directory, files.reclaimable);
  const missing = [
    ...(usage === undefined ? [files.usage] : []),
    ...(found.isKnown ? [] : [files.limit])
  ];
  return {
    // The two files are read one after the other, so the second may be ahead.
    usedBytes: usage === undefined ? null : Math.max(0, usage - reclaimable),
    reclaimableBytes: usage === undefined ? null : Math.min(usage, reclaimable),
    limitBytes: limit === null ? null : Math.round(limit.value),
    limitSource: limit?.source ?? null,
    problem:
      missing.length === 0
        ? null
        : `The kernel’s accounts cannot be read here: ${missing.join(', ')}.`
  };
}

async function reclaimableIn(directory: string, key: string): Promise<number> {
  const stat = await readText(join(directory, 'memory.stat'));
  return Number(new RegExp(`^${key} (\\d+)$`, 'm').exec(stat ?? '')?.[1] ?? 0);
}
