import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Tests are started where the project is. */
const ROOT = process.cwd();

let bundle: string | undefined;

/**
 * The thread that unpacks chunks, built from what the sources say now.
 */
export function readerBundle(): string {
  if (bundle === undefined) {
    bundle = join(ROOT, 'build', 'test', `reader-${process.pid}.cjs`);
    execFileSync(join(ROOT, 'node_modules', '.bin', 'esbuild'), [
      join(ROOT, 'src', 'service', 'contents', 'thread', 'main.ts'),
      '--bundle',
      '--platform=node',
      '--target=node22',
      '--format=cjs',
      '--log-level=warning',
      `--alias:numcodecs/zstd=${join(ROOT, 'src', 'service', 'contents', 'zarr', 'no-codec.ts')}`,
      `--outfile=${bundle}`
    ]);
  }
  return bundle;
}
