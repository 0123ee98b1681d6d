import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startEmulator, type Emulator } from '../../test/support/gcs/emulator';
import type { ILayout } from '../../test/support/gcs/layouts';

/** A page's time on the way, as measured in the same cloud region. */
const LATENCY_MS = 50;

/**
 * The emulator in its process.
 */
export interface IEmulated {
  readonly url: string;
  readonly process: ChildProcess;
  /** From now on no more calls a second are taken, and calls are counted anew. */
  limit(perSecond: number): Promise<void>;
  counted(): Promise<ICounted>;
}

interface ICounted {
  readonly answered: number;
  readonly refused: number;
}

type Order = { limit: number } | 'count';

/**
 * Serve one bucket per layout from a process of its own, so that what is measured does not share its processor.
 *
 * The bench's own file is run a second time; there this function serves and does not come back.
 */
export async function emulate(
  layouts: Readonly<Record<string, ILayout>>
): Promise<IEmulated> {
  if (process.send) {
    await serve(layouts);
  }
  const child = fork(process.argv[1] ?? '', {
    stdio: 'inherit',
    execArgv: [...process.execArgv, '--max-old-space-size=6144']
  });
  const [url] = (await once(child, 'message')) as [string];
  const order = async (message: Order): Promise<ICounted> => {
    child.send(message);
    const [counted] = (await once(child, 'message')) as [ICounted];
    return counted;
  };
  return {
    url,
    process: child,
    limit: async perSecond => {
      // Infinity does not travel as JSON.
      await order({ limit: Number.isFinite(perSecond) ? perSecond : 1e9 });
    },
    counted: () => order('count')
  };
}

async function serve(
  layouts: Readonly<Record<string, ILayout>>
): Promise<never> {
  // Not to outlive a bench that fails.
  process.once('disconnect', () => process.exit());
  const emulator = await startEmulator();
  emulator.latencyMs = LATENCY_MS;
  for (const [bucket, layout] of Object.entries(layouts)) {
    emulator.createBucket(bucket);
    emulator.generate(bucket, layout);
  }
  const counted = { answered: 0, refused: 0 };
  process.on('message', (order: Order) => {
    if (order !== 'count') {
      Object.assign(counted, { answered: 0, refused: 0 });
      refuseBeyond(emulator, order.limit, counted);
    }
    process.send?.(counted);
  });
  process.send?.(emulator.url);
  return new Promise(() => undefined);
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
