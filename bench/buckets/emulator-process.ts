import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startEmulator, type Emulator } from '../../test/support/gcs/emulator';
import { totalBytes, type ILayout } from '../../test/support/gcs/layouts';
import { PreparedPages } from './prepared-pages';

/** A page's time on the way, as measured in the same cloud region. */
const LATENCY_MS = 50;

/** The buckets by name; a layout is made when its bucket is opened. */
export type Layouts = Readonly<Record<string, () => ILayout>>;

/**
 * What is in a bucket, as its layout says.
 */
export interface IInventory {
  readonly objects: number;
  readonly bytes: number;
}

interface ICounted {
  readonly answered: number;
  readonly refused: number;
}

type Order =
  | { readonly open: string; readonly fields: readonly (string | null)[] }
  | { readonly limit: number }
  | 'count';

/**
 * The emulator in its process.
 */
export interface IEmulated {
  readonly url: string;
  readonly process: ChildProcess;
  /** Make a bucket and write out its pages with each of these fields, in place of the one before. */
  open(bucket: string, fields: readonly (string | null)[]): Promise<IInventory>;
  /** From now on no more calls a second are taken, and calls are counted anew. */
  limit(perSecond: number): Promise<void>;
  counted(): Promise<ICounted>;
}

/**
 * Serve buckets from a process of its own, so that what is measured does not share its processor.
 *
 * The bench's own file is run a second time; there this function serves and does not come back.
 */
export async function emulate(layouts: Layouts): Promise<IEmulated> {
  if (process.send) {
    await serve(layouts);
  }
  const child = fork(process.argv[1] ?? '', {
    stdio: 'inherit',
    execArgv: [...process.execArgv, '--max-old-space-size=6144']
  });
  const [url] = (await once(child, 'message')) as [string];
  const order = async <T>(message: Order): Promise<T> => {
    child.send(message);
    const [answer] = (await once(child, 'message')) as [T];
    return answer;
  };
  return {
    url,
    process: child,
    open: (open, fields) => order({ open, fields }),
    limit: async perSecond => {
      // Infinity does not travel as JSON.
      await order({ limit: Number.isFinite(perSecond) ? perSecond : 1e9 });
    },
    counted: () => order('count')
  };
}

async function serve(layouts: Layouts): Promise<never> {
  // Not to outlive a bench that fails.
  process.once('disconnect', () => process.exit());
  const emulator = await startEmulator();
  emulator.latencyMs = LATENCY_MS;
  const counted = { answered: 0, refused: 0 };
  process.on('message', (order: Order) => {
    if (order === 'count') {
      process.send?.(counted);
    } else if ('limit' in order) {
      Object.assign(counted, { answered: 0, refused: 0 });
      refuseBeyond(emulator, order.limit, counted);
      process.send?.(counted);
    } else {
      process.send?.(open(emulator, order.open, order.fields, layouts));
    }
  });
  process.send?.(emulator.url);
  return new Promise(() => undefined);
}

function open(
  emulator: Emulator,
  bucket: string,
  fields: readonly (string | null)[],
  layouts: Layouts
): IInventory {
  // Memory full of the names of earlier buckets would hold up every answer while it is looked through.
  emulator.store.buckets.clear();
  emulator.prepared = undefined;
  const layout = layouts[bucket]?.();
  if (layout === undefined) {
    throw new Error(`There is no layout ${bucket}.`);
  }
  emulator.calls.length = 0;
  emulator.createBucket(bucket);
  emulator.generate(bucket, layout);
  const pages = new PreparedPages(bucket, layout);
  for (const one of fields) {
    pages.prepare(one);
  }
  // Where the bench was started with `--expose-gc`: what making them left over is nobody's time.
  globalThis.gc?.();
  emulator.prepared = call =>
    call.bucket === bucket ? pages.answer(call) : undefined;
  return { objects: layout.count, bytes: totalBytes(layout) };
}

/** As the real service does: so many in any second, and 429 for what is more. */
function refuseBeyond(
  emulator: Emulator,
  perSecond: number,
  counted: { answered: number; refused: number }
): void {
  let second = 0;
  let taken = 0;
  emulator.faults.strike = () => {
    const now = Math.floor(Date.now() / 1000);
    taken = now === second ? taken : 0;
    second = now;
    counted.answered += 1;
    if (taken >= perSecond) {
      counted.refused += 1;
      return { name: 'too-many-requests' };
    }
    taken += 1;
    return undefined;
  };
}
