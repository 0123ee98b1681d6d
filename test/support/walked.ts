import { execFileSync } from 'node:child_process';
import { realFiles, type Files } from '../../src/service/home/scan/files';
import { survey } from '../../src/service/home/scan/ground';
import { reportOf, type WalkReport } from '../../src/service/home/scan/report';
import {
  snapshotOf,
  type ISnapshot
} from '../../src/service/home/scan/snapshot';
import { totalsOf } from '../../src/service/home/scan/totals';
import { Walk } from '../../src/service/home/scan/walk';

/** What a finished walk knows. */
export interface IWalked {
  readonly report: WalkReport;
  readonly snapshot: ISnapshot;
}

/** The two ways of walking: one call after the other, or many in flight. */
export const WAYS = ['promptly', 'patiently'] as const;
export type Way = (typeof WAYS)[number];

/** A ceiling that nothing reaches makes a walk patient. */
const UNREACHED = 1e9;

/**
 * Walk a directory in this thread.
 */
export async function walk(
  directory: string,
  way: Way = 'promptly',
  options: Partial<Walk.IOptions> & {
    readonly mounts?: readonly string[];
    readonly calls?: Partial<Files>;
  } = {}
): Promise<IWalked> {
  const { mounts, calls, ...rest } = options;
  const plan = survey(directory);
  const walked = new Walk(mounts ? { ...plan, mounts } : plan, {
    entry: null,
    concurrency: null,
    operationsPerSecond: way === 'patiently' ? UNREACHED : null,
    signal: new AbortController().signal,
    progressMs: 100,
    onProgress: () => undefined,
    files: { ...realFiles, ...calls },
    capacity: 1 << 20,
    ...rest
  });
  await walked.run();
  const { columns } = walked.tree;
  const totals = totalsOf(columns, walked.linked);
  return {
    report: reportOf(walked, totals),
    snapshot: snapshotOf(columns, walked.linked, totals)
  };
}

/** What GNU du says a directory takes, without the paths that match a pattern. */
export function du(directory: string, ...exclude: string[]): number {
  const excluded = exclude.map(pattern => `--exclude=${pattern}`);
  const text = execFileSync('du', ['-s', '-B1', ...excluded, '--', directory], {
    encoding: 'latin1'
  });
  return Number(text.split('\t')[0]);
}
