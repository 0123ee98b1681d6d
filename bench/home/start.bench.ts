// What `leap du` takes before it counts anything, an empty directory, beside the same answer of the whole program.
// LEAP_BENCH_START_ROUNDS: runs of each (15).
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { leapBundle } from '../../test/support/service/leap-bundle';
import { compare, leapDu, measure } from './measured';

const ROUNDS = Number(process.env['LEAP_BENCH_START_ROUNDS'] ?? 15);

/** The file that every other command begins with: it can count directories, too. */
const wholeProgram = (): ReturnType<typeof leapDu> => ({
  name: 'the whole program',
  command: [
    process.execPath,
    join(dirname(leapBundle()), 'main.cjs'),
    ...['du', '--depth', '0']
  ]
});

async function main(): Promise<void> {
  const empty = mkdtempSync(join(tmpdir(), 'leap-bench-'));
  try {
    console.log(`an empty directory, medians of ${ROUNDS}`);
    await compare([wholeProgram(), leapDu()], ROUNDS, tool =>
      measure(tool, empty)
    );
  } finally {
    rmdirSync(empty);
  }
}

void main();
