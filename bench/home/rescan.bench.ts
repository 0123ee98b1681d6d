// How long counting a home again takes where one directory of a hundred has changed, beside the first count, and how many calls
// to the file system: what is hot, then every directory's change time. Once soon after a count, by the process that waits for
// that, and once after a restart, from what is kept on disk. On a local disk, and where each call costs a millisecond
// (latency-fs.c: it needs a C compiler and root).
// LEAP_BENCH_FILES: files in the local tree (400,000). LEAP_BENCH_SLOW_FILES: in the other one (18,000). LEAP_BENCH_ROUNDS (3).
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { survey } from '../../src/service/home/scan/tree/ground';
import { knownAfter } from '../../src/service/home/scan/known/known-after';
import { revise } from '../../src/service/home/scan/known/revision';
import type { ScanFinding } from '../../src/service/home/scan/scan-messages';
import { Scanner } from '../../src/service/home/scan/scanner';
import { Walk } from '../../src/service/home/scan/walk/walk';
import { scanBundle } from '../../test/support/service/leap-bundle';
import { seeded } from '../../test/support/home/scan/random-tree';
import { CountedFiles } from './counted-files';
import { LatencyFileSystem } from './latency-fs';
import { median } from './measured';
import { withTree } from './planted-tree';

const FILES = Number(process.env['LEAP_BENCH_FILES'] ?? 400_000);
const SLOW_FILES = Number(process.env['LEAP_BENCH_SLOW_FILES'] ?? 18_000);
const ROUNDS = Number(process.env['LEAP_BENCH_ROUNDS'] ?? 3);

const SHARE_CHANGED = 0.01;

/**
 * Before each count, the first as well: what changed later than this is read again, the slow file system's answers are valid for less,
 * and what was not touched for so long has left the processor's caches.
 */
const SETTLED_SECONDS = 11;

/** What each step of a count took since it was asked for. */
interface ISteps {
  readonly hot: number;
  readonly all: number;
}

function change(directory: string, seed: number): void {
  const random = seeded(seed);
  const left = [directory];
  for (let path = left.pop(); path; path = left.pop()) {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        left.push(join(path, entry.name));
      }
    }
    if (random() < SHARE_CHANGED) {
      appendFileSync(join(path, `new-${seed}.py`), Buffer.alloc(3000));
    }
  }
}

/** Count through the process that the service starts; the first count where nothing is known yet has only one step. */
async function count(
  scanner: Scanner,
  homeDirectory: string,
  cacheDirectory: string
): Promise<ISteps> {
  const startedMs = performance.now();
  const scan = scanner.scan(
    {
      homeDirectory,
      cacheDirectory,
      concurrency: null,
      operationsPerSecond: null,
      haste: 'gently',
      keepsTimes: true
    },
    new AbortController().signal
  );
  const steps = { hot: NaN, all: NaN };
  const isHot = ({ kind, ...rest }: ScanFinding): boolean =>
    kind === 'report' && 'phase' in rest && rest.phase === 'checking';
  for await (const finding of scan) {
    if (isHot(finding)) {
      steps.hot = performance.now() - startedMs;
    } else if (finding.kind === 'result') {
      steps.all = performance.now() - startedMs;
    }
  }
  return steps;
}

async function timed(
  title: string,
  source: string,
  directory: string
): Promise<void> {
  const cache = mkdtempSync(join(tmpdir(), 'leap-bench-cache-'));
  const firsts: number[] = [];
  const again = { soon: [] as ISteps[], restarted: [] as ISteps[] };
  const changed = async (seed: number): Promise<void> => {
    change(source, seed);
    await wait(SETTLED_SECONDS * 1000);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    rmSync(cache, { recursive: true, force: true });
    await wait(SETTLED_SECONDS * 1000);
    const scanner = new Scanner(scanBundle());
    firsts.push((await count(scanner, directory, cache)).all);
    await changed(2 * round);
    again.soon.push(await count(scanner, directory, cache));
    scanner.dispose();
    await changed(2 * round + 1);
    const restarted = new Scanner(scanBundle());
    again.restarted.push(await count(restarted, directory, cache));
    restarted.dispose();
  }
  rmSync(cache, { recursive: true, force: true });
  const first = median(firsts);
  console.log(`${title}, medians of ${ROUNDS}`);
  print('first count, with the start of a process', first, first, 'ms');
  for (const [when, steps] of [
    ['soon after', again.soon],
    ['after a restart', again.restarted]
  ] as const) {
    const hot = median(steps.map(step => step.hot));
    const all = median(steps.map(step => step.all));
    print(`${when}: what is hot`, hot, first, 'ms');
    print(`${when}: every directory`, all, first, 'ms');
  }
}

function print(name: string, value: number, first: number, unit: string): void {
  const ratio = (value / first).toFixed(3);
  console.log(
    `${name.padEnd(40)} ${value.toFixed(0).padStart(7)} ${unit}  ratio ${ratio}`
  );
}

/** The same in this process, which counts the calls. */
async function counted(directory: string): Promise<void> {
  await wait(SETTLED_SECONDS * 1000);
  const first = new CountedFiles();
  const options = {
    concurrency: null,
    operationsPerSecond: null,
    signal: new AbortController().signal,
    progressMs: 1000,
    onProgress: () => undefined
  };
  const walk = new Walk(survey(directory), {
    ...options,
    keepsNames: true,
    files: first.files
  });
  const seconds = Math.floor(Date.now() / 1000);
  await walk.run();
  change(directory, 99);
  const again = new CountedFiles();
  const nowMs = (): number => Date.now();
  const plan = survey(directory);
  const rest = { ...options, nowMs, files: again.files };
  const hot = await revise(knownAfter(walk, seconds), plan, 'hot', rest);
  const hotCalls = again.calls;
  await revise(hot.known, plan, 'all', rest);
  print('first count', first.calls, first.calls, 'calls');
  print('what is hot', hotCalls, first.calls, 'calls');
  print('every directory', again.calls, first.calls, 'calls');
}

async function main(): Promise<void> {
  await withTree(FILES, async directory => {
    await timed(`${FILES} files, local, warm`, directory, directory);
    await counted(directory);
  });
  if (!LatencyFileSystem.isPossible()) {
    console.log('1 ms: skipped, it needs root, /dev/fuse and a C compiler');
    return;
  }
  await withTree(SLOW_FILES, async directory => {
    const mounted = await LatencyFileSystem.mount(
      directory,
      'plain',
      SETTLED_SECONDS - 1
    );
    try {
      const title = `${SLOW_FILES} files, 1 ms a call, no readdirplus`;
      await timed(title, directory, mounted.path);
    } finally {
      await mounted.unmount();
    }
  });
}

void main();
