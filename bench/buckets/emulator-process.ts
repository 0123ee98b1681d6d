import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startEmulator } from '../../test/support/gcs/emulator';
import type { ILayout } from '../../test/support/gcs/layouts';

/** A page's time on the way, as measured in the same cloud region. */
const LATENCY_MS = 50;

/**
 * Serve one bucket per layout from a process of its own, so that what is measured does not share its processor.
 *
 * The bench's own file is run a second time; there this function serves and does not come back.
 */
export async function emulate(
  layouts: Readonly<Record<string, ILayout>>
): Promise<{ url: string; process: ChildProcess }> {
  if (process.send) {
    // Not to outlive a bench that fails.
    process.once('disconnect', () => process.exit());
    const emulator = await startEmulator();
    emulator.latencyMs = LATENCY_MS;
    for (const [bucket, layout] of Object.entries(layouts)) {
      emulator.createBucket(bucket);
      emulator.generate(bucket, layout);
    }
    process.send(emulator.url);
    await new Promise(() => undefined);
  }
  const child = fork(process.argv[1] ?? '', { stdio: 'inherit' });
  const [url] = (await once(child, 'message')) as [string];
  return { url, process: child };
}
