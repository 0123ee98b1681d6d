import { execFileSync } from 'node:child_process';
import {
  realFiles,
  type Files
} from '../../../../src/service/home/scan/tree/files';
import { survey } from '../../../../src/service/home/scan/tree/ground';
import { loadNative } from '../../../../src/service/home/scan/native/native';
import {
  reportOf,
  type WalkReport
} from '../../../../src/service/home/scan/report';
import { SERVICE } from '../../service/leap-bundle';
import {
  columnsOf,
  type ISnapshot
} from '../../../../src/service/home/scan/snapshot';
import { totalsOf } from '../../../../src/service/home/scan/walk/totals';
import { Walk } from '../../../../src/service/home/scan/walk/walk';

/** What a finished walk knows. */
export interface IWalked {
  readonly report: WalkReport;
  readonly snapshot: ISnapshot;
}

/** The two ways of walking with calls of Node: one call after the other, or many in flight. */
export const NODE_WAYS = ['promptly', 'patiently'] as const;

/** And with what is compiled, as hubs walk. */
export const WAYS = [...NODE_WAYS, 'natively'] as const;
export type Way = (typeof WAYS)[number];

const NATIVE = loadNative(SERVICE);

/** A ceiling that nothing reaches makes a walk patient. */
const UNREACHED = 1e9;

type Options = Partial<Walk.IOptions> & {
  readonly mounts?: readonly string[];
  readonly calls?: Partial<Files>;
};

/** How a walk in this thread goes, one way or the other. */
export function optionsOf(way: Way, calls: Partial<Files> = {}): Walk.IOptions {
  return {
    concurrency: null,
    operationsPerSecond: way === 'patiently' ? UNREACHED : null,
    signal: new AbortController().signal,
    progressMs: 100,
    onProgress: () => undefined,
    ...(way === 'natively'
      ? { native: NATIVE }
      : { files: { ...realFiles, ...calls } }),
    capacity: 1 << 20
  };
}

/**
 * Walk a directory in this thread.
 */
export async function walk(
  directory: string,
  way: Way = 'promptly',
  options: Options = {}
): Promise<IWalked> {
  const walked = await finishedWalk(directory, way, options);
  const { columns } = walked.tree;
  const totals = totalsOf(columns, walked.linked);
  return {
    report: reportOf(walked, totals),
    snapshot: Object.fromEntries(
      columnsOf(columns, walked.linked, totals)
    ) as unknown as ISnapshot
  };
}

/** As `walk`, for those who need the walk itself. */
export async function finishedWalk(
  directory: string,
  way: Way,
  { mounts, calls, ...rest }: Options = {}
): Promise<Walk> {
  const plan = survey(directory);
  const walked = new Walk(mounts ? { ...plan, mounts } : plan, {
    ...optionsOf(way, calls),
    ...rest
  });
  await walked.run();
  return walked;
}

/** What GNU du says a directory takes, without the paths that match a pattern. */
export function du(directory: string, ...exclude: string[]): number {
  const excluded = exclude.map(pattern => `--exclude=${pattern}`);
  const text = execFileSync('du', ['-s', '-B1', ...excluded, '--', directory], {
    encoding: 'latin1'
  });
  return Number(text.split('\t')[0]);
}
