import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { leapBundle } from '../../test/support/leap-bundle';
import { leapConfig } from '../../test/support/leap-config';

/** What one run of a command took. */
export interface IRun {
  readonly seconds: number;
  /** On all processors together. */
  readonly processorSeconds: number;
  readonly peakBytes: number;
}

/** A command that counts a directory, by the name it is shown under. */
export interface ITool {
  readonly name: string;
  readonly command: readonly string[];
}

/** Other tools for the same task: those that are installed take part. */
const PEERS: readonly ITool[] = [
  { name: 'dua', command: ['dua', 'aggregate'] },
  { name: 'dua, 64 threads', command: ['dua', '--threads', '64', 'aggregate'] },
  { name: 'pdu', command: ['pdu', '--quantity=block-size', '--max-depth=1'] },
  { name: 'diskus', command: ['diskus'] },
  {
    name: 'gdu',
    command: ['gdu', '--non-interactive', '--no-progress', '--summarize']
  }
];

/** GNU du, `leap du`, and the peers on this machine. */
export function tools(): ITool[] {
  const [found, missing] = [true, false].map(isWanted =>
    PEERS.filter(
      ({ command: [program = ''] }) => isInstalled(program) === isWanted
    )
  );
  const names = new Set(missing?.map(({ command: [program] }) => program));
  if (names.size > 0) {
    console.log(`not installed, so not measured: ${[...names].join(', ')}`);
  }
  return [
    { name: 'GNU du', command: ['du', '-s', '-B1'] },
    {
      name: 'leap du',
      command: [process.execPath, leapBundle(), 'du', '--depth', '0']
    },
    ...(found ?? [])
  ];
}

/**
 * Run a command on a directory.
 *
 * @throws Error when it fails, or when GNU time, which measures it, is not there.
 */
export function measure(
  { name, command }: ITool,
  directory: string,
  env: Readonly<Record<string, string>> = {}
): IRun {
  const startedMs = performance.now();
  const { status, stderr } = spawnSync(
    '/usr/bin/time',
    [
      '-f',
      '%U %S %M',
      'env',
      ...Object.entries(env).map(([key, value]) => `${key}=${value}`),
      ...command,
      directory
    ],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, LEAP_CONFIG: JSON.stringify(leapConfig()) }
    }
  );
  const seconds = (performance.now() - startedMs) / 1000;
  const [user, system, kilobytes] = (stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  if (
    status !== 0 ||
    user === undefined ||
    system === undefined ||
    kilobytes === undefined
  ) {
    throw new Error(`${name} failed: ${stderr.slice(0, 500)}`);
  }
  return {
    seconds,
    processorSeconds: user + system,
    peakBytes: kilobytes * 1024
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** Run all tools in turn, round after round, and print each beside the first. */
export function compare(
  directory: string,
  rounds: number,
  env: Readonly<Record<string, string>> = {}
): void {
  const all = tools();
  const runs = new Map<string, IRun[]>(all.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const tool of all) {
      runs.get(tool.name)?.push(measure(tool, directory, env));
    }
  }
  const [[, first = []] = []] = runs;
  const base = median(first.map(({ seconds }) => seconds));
  const baseProcessor = median(first.map(run => run.processorSeconds));
  for (const [name, some] of runs) {
    const seconds = median(some.map(run => run.seconds));
    const processor = median(some.map(run => run.processorSeconds));
    const peak = Math.max(...some.map(({ peakBytes }) => peakBytes));
    console.log(
      `${name.padEnd(18)} ${seconds.toFixed(2).padStart(7)} s  ratio ${(seconds / base).toFixed(3)}  processor ${(processor / baseProcessor).toFixed(2)}  peak ${(peak / 1e6).toFixed(0)} MB`
    );
  }
}

function isInstalled(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some(folder => existsSync(join(folder, program)));
}
