// How long counting a home on a local disk takes beside GNU du and other tools, warm and cold, in one interleaved run.
// LEAP_BENCH_FILES: files in the tree (400,000). LEAP_BENCH_ROUNDS: runs of each tool (5). LEAP_BENCH_COLD=0: only warm.
import { Scanner } from '../../src/service/home/scan/scanner';
import { scanBundle } from '../../test/support/service/leap-bundle';
import {
  compare,
  dropCaches,
  GNU_DU,
  leapDu,
  measure,
  median
} from './measured';
import { findPeers } from './peers';
import { withTree } from './planted-tree';

const FILES = Number(process.env['LEAP_BENCH_FILES'] ?? 400_000);
const ROUNDS = Number(process.env['LEAP_BENCH_ROUNDS'] ?? 5);

/** From asking the service to the first partial numbers. */
async function firstAnswerMs(homeDirectory: string): Promise<number> {
  const stop = new AbortController();
  const startedMs = performance.now();
  const scan = new Scanner(scanBundle()).scan(
    {
      homeDirectory,
      concurrency: null,
      operationsPerSecond: null,
      cacheDirectory: '/dev/null',
      haste: 'asked'
    },
    stop.signal
  );
  await scan.next();
  const elapsedMs = performance.now() - startedMs;
  await scan.return();
  return elapsedMs;
}

void withTree(FILES, async directory => {
  const tools = [GNU_DU, leapDu(), ...findPeers({ slowCalls: false })];
  const run = (tool: (typeof tools)[number]): ReturnType<typeof measure> =>
    measure(tool, directory);
  for (const tool of tools) {
    await run(tool);
  }
  console.log(`${FILES} files, warm, medians of ${ROUNDS}`);
  await compare(tools, ROUNDS, run);
  const first: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    first.push(await firstAnswerMs(directory));
  }
  console.log(`first partial answer after ${median(first).toFixed(0)} ms`);
  if (process.env['LEAP_BENCH_COLD'] === '0') {
    console.log('cold: skipped, as asked');
  } else if (dropCaches()) {
    console.log(`${FILES} files, cold, medians of ${ROUNDS}`);
    await compare(tools, ROUNDS, tool => {
      dropCaches();
      return run(tool);
    });
  } else {
    console.log('cold: skipped, emptying the page cache needs root');
  }
});
