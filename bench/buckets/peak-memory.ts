import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ONLY = 'LEAP_BENCH_ONLY';
const PEAK = 'LEAP_BENCH_PEAK';

/** Those that the service is started with, `jupyterlab_leap/node.py`. */
const FLAGS = ['--max-semi-space-size=2', '--max-old-space-size=1024'];

/**
 * In a process that was started by `peakOfOneMeasurement`: what it has to measure; it prints its peak when it ends.
 */
export function toMeasureOnly(): {
  readonly url: string;
  readonly bucket: string;
} | null {
  const [url, bucket] = (process.env[ONLY] ?? '').split(' ');
  if (url === undefined || bucket === undefined) {
    return null;
  }
  process.once('exit', () => {
    const status = readFileSync('/proc/self/status', 'utf8');
    console.log(`${PEAK} ${/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? ''}`);
  });
  return { url, bucket };
}

/**
 * Megabytes that a fresh process takes at most to measure a bucket, whatever else the bench does in its own.
 */
export function peakOfOneMeasurement(url: string, bucket: string): number {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...FLAGS, process.argv[1] ?? ''],
    {
      encoding: 'utf8',
      env: { ...process.env, [ONLY]: `${url} ${bucket}` }
    }
  );
  const kilobytes = new RegExp(`${PEAK} (\\d+)`).exec(stdout)?.[1];
  if (kilobytes === undefined) {
    throw new Error(`The measurement of ${bucket} failed. ${stderr}`);
  }
  return Number(kilobytes) / 1000;
}
