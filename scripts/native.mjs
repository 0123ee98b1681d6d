import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import headers from 'node-api-headers';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = 'src/service/home/scan/native';
const sources = readdirSync(join(root, folder))
  .filter(name => name.endsWith('.c'))
  .map(name => join(folder, name));

/** Node's name for a processor, and the compiler's for it and the oldest C library that Node itself runs with. */
const targets = {
  x64: 'x86_64-linux-gnu.2.28',
  arm64: 'aarch64-linux-gnu.2.28'
};

// What it keeps for the next time, below `build/`.
const cache = join(root, 'build', 'zig');
const env = {
  ...process.env,
  ZIG_GLOBAL_CACHE_DIR: cache,
  ZIG_LOCAL_CACHE_DIR: cache
};

/**
 * Compile the part of the count that is not JavaScript, for the machines that hubs run on. The compiler is the one in the
 * `ziglang` wheel: it makes the same files on every machine, for processors other than its own as well.
 *
 * @param out - Where the files go.
 */
export function compileNative(out) {
  for (const [processor, target] of Object.entries(targets)) {
    const { status, error } = spawnSync(
      'python-zig',
      [
        'cc',
        `--target=${target}`,
        '-std=c11',
        '-O2',
        '-Wall',
        '-Wextra',
        '-Werror',
        // A time has to be the same number as Node makes of it.
        '-ffp-contract=off',
        '-fPIC',
        '-fvisibility=hidden',
        '-fstack-protector-strong',
        '-Wl,-z,relro,-z,now',
        '-shared',
        '-s',
        `-I${headers.include_dir}`,
        '-o',
        join(out, `look-linux-${processor}.node`),
        ...sources
      ],
      { cwd: root, stdio: 'inherit', env }
    );
    if (status !== 0) {
      throw new Error(
        `${folder} was not compiled for ${processor}.`,
        error && { cause: error }
      );
    }
  }
}
