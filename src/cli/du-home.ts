import { statSync, type Stats } from 'node:fs';
import { LeapError } from '../contract/leap-error';
import { loadNative } from '../service/home/scan/native/native';
import { reportOf, type WalkReport } from '../service/home/scan/report';
import {
  apparentBytes,
  isDirectory,
  usedBytes
} from '../service/home/scan/tree/tally';
import { totalsOf } from '../service/home/scan/walk/totals';
import { Walk } from '../service/home/scan/walk/walk';
import { Owners } from '../service/home/owners';
import { surveyOf } from './asked-directory';
import { EXIT, type ICliContext } from './context';
import {
  directoryLines,
  lineOf,
  problemLines,
  progressLine,
  stoppedLine
} from './du-home-text';
import { directoriesTo, topChildren } from './du-home-tree';
import type { ScanConfig } from './scan-config';
import { CLEAR_LINE, drawLine, jsonLine } from './terminal';

/** What `leap du PATH` can be told. */
export interface IDuHomeOptions {
  /** Levels of directories to show. */
  readonly depth: number;
  /** Show the largest only. */
  readonly top?: number;
  /** What files say they hold, in place of what they allocate. */
  readonly apparent?: boolean;
  /** Calls at once; absent: as configured. */
  readonly concurrency?: number;
  readonly json?: boolean;
}

/** What the operator allows. */
type Limits = Pick<ScanConfig, 'scanConcurrency' | 'scanOperationsPerSecond'>;

/** As many calls in flight as ever pay; Node's own default is four. */
const POOL_SIZE = '64';

/** How often the progress line is drawn. */
const PROGRESS_MS = 200;

/** What every answer in JSON has, also that about a single file. */
type Fields = WalkReport & {
  readonly path: string;
  readonly durationMs: number;
};

/**
 * `leap du PATH`: what uses space in a directory.
 *
 * What could not be read is named on standard error and ends with status 3.
 *
 * @throws LeapError when the directory itself cannot be read; `cancelled` on Ctrl-C.
 */
export async function duHome(
  context: ICliContext<Limits>,
  path: string,
  options: IDuHomeOptions
): Promise<void> {
  const file = fileFields(path);
  if (file) {
    const { stdout } = context;
    stdout.write(
      options.json ? jsonLine(file) : lineOf(file, path, options.apparent)
    );
    return;
  }
  // Not `performance`, which Node would load for this alone.
  const startedNs = process.hrtime.bigint();
  const walk = await count(context, path, options);
  const totals = totalsOf(walk.tree.columns, walk.linked);
  const counted = reportOf(walk, totals);
  const unreadable =
    counted.unreadable.length === 0
      ? []
      : await new Owners().named(path, counted.unreadable);
  const report = { ...counted, unreadable };
  const { columns } = walk.tree;
  const measure = options.apparent ? 'apparentBytes' : 'usedBytes';
  if (options.json) {
    const depth = Math.max(1, options.depth);
    const root = directoriesTo(depth, columns, totals, measure);
    const top = options.depth === 0 ? 0 : options.top;
    const elapsedNs = process.hrtime.bigint() - startedNs;
    context.stdout.write(
      jsonLine({
        path,
        ...report,
        ...topChildren(root, walk, totals, { top, measure }),
        durationMs: Math.round(Number(elapsedNs) / 1e6)
      })
    );
  } else {
    const root = directoriesTo(options.depth, columns, totals, measure);
    context.stdout.write(directoryLines(root, path, options));
    const problems = problemLines(report);
    if (problems !== '') {
      context.stderr.write(problems);
    }
  }
  context.end(report.complete ? EXIT.done : EXIT.partial);
}

async function count(
  { config, isTerminal, signal, stderr }: ICliContext<Limits>,
  path: string,
  { concurrency }: IDuHomeOptions
): Promise<Walk> {
  // Read when the first asynchronous call is made, which in this command is the walk's.
  process.env['UV_THREADPOOL_SIZE'] ??= POOL_SIZE;
  const walk = new Walk(surveyOf(path), {
    native: loadNative(__dirname),
    concurrency: concurrency ?? config.scanConcurrency,
    operationsPerSecond: config.scanOperationsPerSecond,
    signal,
    progressMs: PROGRESS_MS,
    onProgress: () => {
      if (isTerminal) {
        const { usedBytes: used, files } = totalsOf(
          walk.tree.columns,
          walk.linked
        );
        drawLine(stderr, progressLine(used[0] ?? 0, files[0] ?? 0));
      }
    }
  });
  try {
    await walk.run();
  } catch (reason) {
    throw signal.aborted ? stopped(walk, reason) : reason;
  } finally {
    if (isTerminal) {
      stderr.write(CLEAR_LINE);
    }
  }
  return walk;
}

/** What was counted until Ctrl-C is not lost. */
function stopped({ tree, linked }: Walk, cause: unknown): LeapError {
  const { usedBytes: used, files } = totalsOf(tree.columns, linked);
  const text = stoppedLine(used[0] ?? 0, files[0] ?? 0);
  return new LeapError('cancelled', text, { cause });
}

/** A path that is a file: `du` answers with its size. Null: it is something else, or not there. */
function fileFields(path: string): Fields | null {
  const stats = statsOf(path);
  if (stats === null || isDirectory(stats)) {
    return null;
  }
  return {
    path,
    usedBytes: usedBytes(stats),
    apparentBytes: apparentBytes(stats),
    files: 1,
    directories: 0,
    complete: true,
    unreadable: [],
    unreadableCount: 0,
    excludedMounts: [],
    children: [],
    otherChildren: { entries: 0, usedBytes: 0 },
    assumed: null,
    durationMs: 0
  };
}

/** Null: it cannot be looked at; whoever looks closer says why. */
function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
