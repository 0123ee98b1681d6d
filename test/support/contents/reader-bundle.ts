import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Threads } from '../../../src/service/contents/thread/threads';
import { ReadingThread } from '../../../src/service/contents/thread/reading-thread';

/** Tests are started where the project is. */
const ROOT = process.cwd();

const bundles = new Map<string, string>();

/**
 * A thread that reads chunks, built from what the sources say now.
 */
export function readerBundle(name: 'main' | 'hdf5-main' = 'main'): string {
  let bundle = bundles.get(name);
  if (bundle === undefined) {
    bundle = join(ROOT, 'build', 'test', `reader-${name}-${process.pid}.cjs`);
    bundles.set(name, bundle);
    const thread = join(ROOT, 'src', 'service', 'contents', 'thread');
    const none = join(
      ROOT,
      'src',
      'service',
      'contents',
      'zarr',
      'no-codec.ts'
    );
    execFileSync(join(ROOT, 'node_modules', '.bin', 'esbuild'), [
      join(thread, `${name}.ts`),
      '--bundle',
      '--platform=node',
      '--target=node22',
      '--format=cjs',
      '--log-level=warning',
      `--alias:numcodecs/zstd=${none}`,
      `--alias:zstddec/stream=${none}`,
      `--alias:zstddec=${none}`,
      `--alias:lerc=${none}`,
      '--define:import.meta.url="file:///"',
      `--outfile=${bundle}`
    ]);
  }
  return bundle;
}

/**
 * The threads that a service has.
 */
export function readingThreads(): Threads & { dispose(): void } {
  const zarr = new ReadingThread(readerBundle());
  const file = new ReadingThread(readerBundle('hdf5-main'));
  return {
    zarr,
    file,
    dispose: () => {
      zarr.dispose();
      file.dispose();
    }
  };
}
