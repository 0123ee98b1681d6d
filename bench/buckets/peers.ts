import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const Measured = z.object({
  result: z.number(),
  seconds: z.number(),
  memoryBytes: z.number()
});

interface IMeasured extends z.infer<typeof Measured> {
  /** It was stopped before it was done: `seconds` is the least it takes. */
  readonly isStopped: boolean;
}

/** Nobody waits longer for a tool. */
const MOST_SECONDS = Number(process.env['LEAP_BENCH_PEER_SECONDS'] ?? 75);
const LIMIT = { timeout: MOST_SECONDS * 1000, killSignal: 'SIGKILL' } as const;
const STOPPED: IMeasured = {
  result: 0,
  seconds: MOST_SECONDS,
  memoryBytes: 0,
  isStopped: true
};

/**
 * What another tool takes for the same; null: it is not installed here, which is said.
 */
export type Peer = (url: string, bucket: string) => IMeasured | null;

/**
 * The Python libraries that users have: gcsfs and google-cloud-storage.
 */
export function pythonPeer(what: 'du' | 'ls' | 'list'): Peer {
  return (url, bucket) => {
    const own = join('.venv', 'bin', 'python');
    const { stdout, status, error } = spawnSync(
      existsSync(own) ? own : 'python3',
      [join('bench', 'buckets', 'peers.py'), what, url, bucket],
      { encoding: 'utf8', maxBuffer: 1 << 24, ...LIMIT }
    );
    if (isTimeout(error)) {
      return STOPPED;
    }
    return status === 0
      ? { ...Measured.parse(JSON.parse(stdout)), isStopped: false }
      : null;
  };
}

/**
 * rclone as its documentation advises for large buckets, where it is on PATH.
 */
export const rclone: Peer = (url, bucket) => {
  const startedMs = performance.now();
  const { stdout, status, error } = spawnSync(
    'rclone',
    [
      'size',
      `:gcs:${bucket}`,
      '--json',
      '--fast-list',
      '--gcs-anonymous',
      '--gcs-endpoint',
      `${url}/storage/v1/`
    ],
    { encoding: 'utf8', ...LIMIT }
  );
  if (isTimeout(error)) {
    return STOPPED;
  }
  const seconds = (performance.now() - startedMs) / 1000;
  const size = z.object({ bytes: z.number() });
  return status === 0
    ? {
        result: size.parse(JSON.parse(stdout)).bytes,
        seconds,
        memoryBytes: 0,
        isStopped: false
      }
    : null;
};

function isTimeout(error: Error | undefined): boolean {
  return error !== undefined && 'code' in error && error.code === 'ETIMEDOUT';
}
