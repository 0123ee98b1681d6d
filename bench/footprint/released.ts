import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve('.');

/** The tools of the project's environment come first. */
export const ENVIRONMENT = {
  ...process.env,
  PATH: `${ROOT}/.venv/bin:${process.env['PATH'] ?? ''}`
};

/** What a release is made from. */
const SOURCES = [
  'src',
  'style',
  'schema',
  'scripts',
  'jupyterlab_leap',
  'jupyter-config',
  'install.json',
  'package.json',
  'package-lock.json',
  'pyproject.toml',
  'tsconfig.json',
  'tsconfig.base.json',
  'README.md',
  'LICENSE'
];

/**
 * Build the extension as it is released, minified, in a folder of its own, once for all measurements of a run.
 *
 * @returns The folder: a checkout in which everything is built.
 */
export function buildRelease(): string {
  const folder = `${ROOT}/build/bench/released`;
  const done = `${folder}/jupyterlab_leap/labextension/package.json`;
  if (existsSync(done) && process.env['LEAP_BENCH_KEEP']) {
    return folder;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const source of SOURCES) {
    cpSync(`${ROOT}/${source}`, `${folder}/${source}`, {
      recursive: true,
      filter: path => !/labextension|__pycache__|\/service\/main/.test(path)
    });
  }
  symlinkSync(`${ROOT}/node_modules`, `${folder}/node_modules`);
  execFileSync('npm', ['run', '--silent', 'build:prod'], {
    cwd: folder,
    env: ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'inherit']
  });
  return folder;
}

/** The middle one; of an even number the upper of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
