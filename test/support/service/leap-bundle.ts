import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project, wherever this process works and wherever this file was bundled to. */
const ROOT = rootAbove(__dirname);

/** Where the build puts the service. */
export const SERVICE = join(ROOT, 'jupyterlab_leap', 'service');

/** What was compiled for this and other machines. */
const NATIVE = readdirSync(SERVICE).filter(name => name.endsWith('.node'));

let folder: string | undefined;

/** The file that the `leap` command begins with, built from what the sources say now. */
export function leapBundle(): string {
  return join(build(), 'leap.cjs');
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
      `leap=${join(ROOT, 'src', 'cli', 'leap.ts')}`,
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
    for (const file of NATIVE) {
      copyFileSync(join(SERVICE, file), join(folder, file));
    }
  }
  return folder;
}

function rootAbove(directory: string): string {
  return existsSync(join(directory, 'package.json'))
    ? directory
    : rootAbove(dirname(directory));
}
