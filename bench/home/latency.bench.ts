// How long counting takes where every call costs a round trip of a millisecond, as on a file server, without and with
// attributes that come along with a listing (readdirplus). The file system is latency-fs.c: it needs a C compiler and root.
// LEAP_BENCH_SLOW_FILES: files in the tree (18,000). LEAP_BENCH_ROUNDS: runs of each tool (5).
import { compare, GNU_DU, leapDu, measure } from './measured';
import { LatencyFileSystem } from './latency-fs';
import { findPeers } from './peers';
import { withTree } from './planted-tree';

const FILES = Number(process.env['LEAP_BENCH_SLOW_FILES'] ?? 18_000);
const ROUNDS = Number(process.env['LEAP_BENCH_ROUNDS'] ?? 5);

async function main(directory: string): Promise<void> {
  const tools = [GNU_DU, leapDu(), ...findPeers({ slowCalls: true })];
  for (const mode of ['plain', 'readdirplus'] as const) {
    console.log(
      `${FILES} files, 1 ms a call, ${mode === 'plain' ? 'no readdirplus' : mode}, medians of ${ROUNDS}`
    );
    await compare(tools, ROUNDS, async tool => {
      // Mounted anew for each run, so that the kernel remembers nothing of the run before.
      const mounted = await LatencyFileSystem.mount(directory, mode);
      try {
        return await measure(tool, mounted.path);
      } finally {
        await mounted.unmount();
      }
    });
  }
}

if (LatencyFileSystem.isPossible()) {
  void withTree(FILES, main);
} else {
  console.log('skipped: it needs root, /dev/fuse and a C compiler');
}
