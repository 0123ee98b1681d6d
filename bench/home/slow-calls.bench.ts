// How long counting takes where every call costs a round trip of a millisecond, as on a file server.
// The round trips are made by a library put before each tool's own calls (slow-calls.c), so a C compiler is needed.
// LEAP_BENCH_FILES: files in the tree (18,000). LEAP_BENCH_ROUNDS: runs of each tool (3).
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { compare } from './measured';
import { withTree } from './planted-tree';

const FILES = Number(process.env['LEAP_BENCH_FILES'] ?? 18_000);
const ROUNDS = Number(process.env['LEAP_BENCH_ROUNDS'] ?? 3);

const library = resolve('build/bench/home/slow-calls.so');
mkdirSync(resolve('build/bench/home'), { recursive: true });
execFileSync('cc', [
  '-shared',
  '-fPIC',
  '-O2',
  '-o',
  library,
  resolve('bench/home/slow-calls.c'),
  '-ldl'
]);

void withTree(FILES, directory => {
  console.log(`${FILES} files, 1 ms a call, medians of ${ROUNDS}`);
  compare(directory, ROUNDS, { LD_PRELOAD: library });
});
