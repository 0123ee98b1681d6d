import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Tests and measurements are started where the project is. */
const ROOT = process.cwd();

let bundle: string | undefined;

/**
 * The one file that Node runs (service, scan process, threads, `leap` command), built from what the sources say now.
 */
export function leapBundle(): string {
  if (bundle === undefined) {
    bundle = join(ROOT, 'build', 'test', `leap-${process.pid}.cjs`);
    execFileSync(join(ROOT, 'node_modules', '.bin', 'esbuild'), [
      join(ROOT, 'src', 'cli', 'main.ts'),
      '--bundle',
      '--minify',
      '--platform=node',
      '--target=node22',
      '--format=cjs',
      '--log-level=warning',
      `--outfile=${bundle}`
    ]);
  }
  return bundle;
}
