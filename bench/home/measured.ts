import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { leapBundle } from '../../test/support/service/leap-bundle';
import { leapConfig } from '../../test/support/service/leap-config';
import type { ITool } from './peers';

/** What one run of a command took. */
export interface IRun {
  readonly seconds: number;
  /** On all processors together. */
  readonly processorSeconds: number;
  readonly peakBytes: number;
}

/** GNU du, which every ratio is to, and `leap du`. */
export const GNU_DU: ITool = { name: 'GNU du', command: ['du', '-s', '-B1'] };
export const leapDu = (): ITool => ({
  name: 'leap du',
  command: [process.execPath, leapBundle(), 'du', '--depth', '0']
});

/**
 * Run a command on a directory; this process goes on meanwhile.
 *
 * @throws Error when it fails, or when GNU time, which measures it, is not there.
 */
export async function measure(
  { name, command }: ITool,
  directory: string
): Promise<IRun> {
  const startedMs = performance.now();
  const child = spawn(
    '/usr/bin/time',
    ['-f', '%U %S %M', ...command, directory],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        // Certificates that a machine's way to the network needs: Node reads them at its start, whatever it is started for.
        NODE_EXTRA_CA_CERTS: undefined,
        LEAP_CONFIG: JSON.stringify(leapConfig())
      }
    }
  );
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  const seconds = (performance.now() - startedMs) / 1000;
  const [user, system, kilobytes] = (text.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  if (
    status !== 0 ||
    user === undefined ||
    system === undefined ||
    kilobytes === undefined
  ) {
    throw new Error(`${name} failed: ${text.slice(0, 500)}`);
  }
  return {
    seconds,
    processorSeconds: user + system,
    peakBytes: kilobytes * 1024
  };
}

/** A run that takes longer spends its time in round trips or on the disk, which vary little: a median of three is enough. */
const LONG_SECONDS = 4;
const LONG_ROUNDS = 3;

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? NaN;
}

/**
 * Run all tools in turn, round after round, those that take long in the first three alone, and print each beside the first.
 *
 * @param run - How one is run; as it comes, unless said otherwise.
 */
export async function compare(
  tools: readonly ITool[],
  rounds: number,
  run: (tool: ITool) => Promise<IRun>
): Promise<void> {
  const runs = new Map<string, IRun[]>(tools.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const tool of tools) {
      const some = runs.get(tool.name) ?? [];
      const isLong = (some[0]?.seconds ?? 0) > LONG_SECONDS;
      if (round < LONG_ROUNDS || !isLong) {
        some.push(await run(tool));
      }
    }
  }
  const [[, first = []] = []] = runs;
  const base = median(first.map(({ seconds }) => seconds));
  const baseProcessor = median(first.map(one => one.processorSeconds));
  for (const [name, some] of runs) {
    const seconds = median(some.map(one => one.seconds));
    const processor = median(some.map(one => one.processorSeconds));
    const peak = Math.max(...some.map(({ peakBytes }) => peakBytes));
    console.log(
      `${name.padEnd(18)} ${seconds.toFixed(2).padStart(7)} s  ratio ${(seconds / base).toFixed(3)}  processor ${(processor / baseProcessor).toFixed(2)}  peak ${(peak / 1e6).toFixed(0)} MB  runs ${some.length}`
    );
  }
}

/** Write what is in memory out and forget it, so that the next run finds a cold disk; false: not allowed. */
export function dropCaches(): boolean {
  return (
    spawnSync('sh', ['-c', 'sync; echo 3 > /proc/sys/vm/drop_caches'], {
      stdio: 'ignore'
    }).status === 0
  );
}
