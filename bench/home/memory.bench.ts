// The most memory that the service's own process takes for a home of very many directories: for the first count, for one that
// looks at each directory again, and for one that reads everything behind that.
// LEAP_BENCH_DIRECTORIES: how many thousand directories (500), two files in each.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Haste } from '../../src/service/home/scan/scan-messages';
import { Scanner } from '../../src/service/home/scan/scanner';
import { scanBundle } from '../../test/support/service/leap-bundle';

const THOUSANDS = Number(process.env['LEAP_BENCH_DIRECTORIES'] ?? 500);

/** Between two looks at the process, which ends when it has kept what it found. */
const LOOK_MS = 5;

/** The most that the one process which this one has started ever had in memory; 0 when there is none. */
function peakMegabytes(): number {
  const own = String(process.pid);
  try {
    const [child = ''] = readFileSync(
      `/proc/${own}/task/${own}/children`,
      'utf8'
    ).split(' ');
    const status = readFileSync(`/proc/${child}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/** Count with a process that ends with it. */
async function peakOf(
  homeDirectory: string,
  cacheDirectory: string,
  haste: Haste
): Promise<number> {
  const scan = new Scanner(scanBundle(), 0).scan(
    {
      homeDirectory,
      cacheDirectory,
      concurrency: null,
      operationsPerSecond: null,
      haste,
      keepsTimes: true
    },
    new AbortController().signal
  );
  let peak = 0;
  const looking = setInterval(() => {
    peak = Math.max(peak, peakMegabytes());
  }, LOOK_MS);
  for await (const { kind } of scan) {
    peak = kind === 'settled' ? Math.max(peak, peakMegabytes()) : peak;
  }
  clearInterval(looking);
  return peak;
}

async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'leap-bench-'));
  const cache = mkdtempSync(join(tmpdir(), 'leap-bench-cache-'));
  try {
    const script = join(process.cwd(), 'test/support/home/scan/plant_files.py');
    execFileSync('python3', [script, root, String(THOUSANDS), '1000', '2']);
    console.log(`${THOUSANDS},000 directories, two files in each`);
    for (const [title, haste] of [
      ['first count', 'gently'],
      ['again, each directory', 'gently'],
      ['again, everything read behind that', 'asked']
    ] as const) {
      const peak = await peakOf(root, cache, haste);
      console.log(`${title.padEnd(36)} ${peak.toFixed(0)} MB`);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
    rmSync(cache, { recursive: true, force: true });
  }
}

void main();
