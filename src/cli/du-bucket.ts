import { LeapError, type FolderSize } from '../contract';
import { openStore } from '../service/buckets/store/open-store';
import { parseReference } from '../service/buckets/names/reference';
import { measureFolder } from '../service/buckets/size/size';
import { ruleOf } from './bucket-rule';
import { EXIT, type ICliContext } from './context';
import { humanBytes } from './human-bytes';
import { CLEAR_LINE, drawLine, jsonLine, printable } from './terminal';

/** What `leap du gs://…` can be told. */
export interface IDuBucketOptions {
  /** The user's project that pays for the bucket. */
  readonly billingProject?: string;
  readonly json?: boolean;
  /** Requests in flight; absent: as configured. */
  readonly concurrency?: number;
  /** 0: the sum alone. */
  readonly depth?: number;
  /** Only so many children, the biggest. */
  readonly top?: number;
}

interface IOutcome {
  readonly size: FolderSize;
  readonly error: LeapError | null;
}

/**
 * `leap du gs://bucket/folder`: bytes and objects below a folder, by what lies directly in it.
 *
 * Cut short, it prints what was counted and ends with status 3.
 *
 * @throws LeapError when nothing could be counted.
 */
export async function duBucket(
  context: ICliContext,
  url: string,
  options: IDuBucketOptions
): Promise<void> {
  const { bucket, name } = parseReference(url);
  const prefix = name === '' || name.endsWith('/') ? name : `${name}/`;
  const measured = await measure(
    context,
    { bucket, prefix, payer: options.billingProject },
    options
  );
  const { error } = measured;
  const top = options.depth === 0 ? 0 : options.top;
  const children = measured.size.children.slice(0, top);
  const size = { ...measured.size, children };
  const folder = `gs://${bucket}/${prefix}`;
  if (size.objects === 0 && prefix !== '') {
    throw new LeapError(
      'not-found',
      `There is no folder ${printable(folder)}. Check the spelling, or list the folder above it with leap ls.`
    );
  }
  context.stdout.write(
    options.json === true
      ? jsonLine(fields(folder, size, error))
      : text(folder, size)
  );
  if (error !== null) {
    context.stderr.write(
      `leap: ${printable(error.message)} The numbers mean at least this much.\n`
    );
  }
  context.end(error === null ? EXIT.done : EXIT.partial);
}

async function measure(
  context: ICliContext,
  place: { bucket: string; prefix: string; payer: string | undefined },
  options: IDuBucketOptions
): Promise<IOutcome> {
  const concurrency = options.concurrency ?? context.config.listingConcurrency;
  const store = await openStore({
    config: { ...context.config, listingConcurrency: concurrency },
    env: context.env,
    now: () => new Date()
  });
  let size: FolderSize | null = null;
  try {
    const { rule, nowMs } = await ruleOf(context, store, place.bucket);
    const reports = measureFolder(store, place, {
      concurrency,
      maxCalls: context.config.measuringRequests,
      rule,
      nowMs,
      signal: context.signal
    });
    for await (const report of reports) {
      size = report;
      showProgress(context, report);
    }
  } catch (reason) {
    const error = LeapError.from(reason);
    if (size === null || size.objects === 0) {
      throw error;
    }
    return { size, error };
  } finally {
    clearProgress(context);
    store.dispose();
  }
  if (size === null) {
    throw new LeapError('internal', 'Nothing was measured.');
  }
  return {
    size,
    error: size.complete
      ? null
      : new LeapError(
          'too-large',
          `As many requests were made as this hub allows, ${size.calls.toLocaleString('en')}.`
        )
  };
}

function fields(
  url: string,
  size: FolderSize,
  error: LeapError | null
): Record<string, unknown> {
  const { bytes, objects, complete, children, oldestAt, newestAt, calls } =
    size;
  const { classes, goingSoon } = size;
  return {
    url,
    bytes,
    objects,
    complete,
    oldestAt,
    newestAt,
    children,
    classes,
    goingSoon,
    calls,
    problem: error?.message ?? null
  };
}

/** Like `du -h --max-depth=1 | sort -h`: smallest first, the folder itself last. */
function text(url: string, { bytes, complete, children }: FolderSize): string {
  const lines = [...children]
    .reverse()
    .map(
      child => `${humanBytes(child.bytes)}\t${url}${printable(child.name)}\n`
    );
  return `${lines.join('')}${complete ? '' : '>='}${humanBytes(bytes)}\t${printable(url)}\n`;
}

function showProgress(
  { isTerminal, stderr }: ICliContext,
  { objects, bytes, phase }: FolderSize
): void {
  if (isTerminal && phase === 'listing') {
    drawLine(
      stderr,
      `${objects.toLocaleString('en')} objects, ${humanBytes(bytes)} so far`
    );
  }
}

function clearProgress({ isTerminal, stderr }: ICliContext): void {
  if (isTerminal) {
    stderr.write(CLEAR_LINE);
  }
}
