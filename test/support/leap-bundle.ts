import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Tests and measurements are started where the project is. */
const ROOT = process.cwd();

let folder: string | undefined;

/** The file that is the service and the `leap` command, built from what the sources say now. */
export function leapBundle(): string {
  return join(build(), 'main.cjs');
}

/** The file that counts a home, beside it. */
export function scanBundle(): string {
  return join(build(), 'scan.cjs');
}

function build(): string {
  if (folder === undefined) {
    folder = join(ROOT, 'build', 'test', String(process.pid));
    execFileSync(join(ROOT, 'node_modules', '.bin', 'esbuild'), [
      `main=${join(ROOT, 'src', 'cli', 'main.ts')}`,
      `scan=${join(ROOT, 'src', 'service', 'home', 'scan', 'main.ts')}`,
      '--bundle',
      '--minify',
      '--platform=node',
      '--target=node22',
      '--format=cjs',
      '--log-level=warning',
      '--out-extension:.js=.cjs',
      `--outdir=${folder}`
    ]);
  }
  return folder;
}
