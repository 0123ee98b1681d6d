// How long the size of a folder takes, beside page after page, gcsfs, google-cloud-storage and rclone in the same run,
// what it costs in calls and memory, and how it behaves under a limit of 200 calls a second.
import { openStore } from '../../src/service/buckets/open-store';
import { measureFolder } from '../../src/service/buckets/size';
import {
  deep,
  flat,
  longStems,
  nonAscii,
  skewed,
  totalBytes,
  zarrChunks,
  type ILayout
} from '../../test/support/gcs/layouts';
import { leapConfig } from '../../test/support/leap-config';
import { emulate, type IEmulated } from './emulator-process';
import { byStation, hashed, mixedScripts } from './late-layouts';
import { pythonPeer, rclone, type Peer } from './peers';
import { pageAfterPage } from './storage-library';

const count = Number(process.env['LEAP_BENCH_OBJECTS'] ?? 300_000);
/** The layout that the peers measure: all of them list it page after page, whatever its names. */
const SHARED = 'skewed-folders';
const layouts: Record<string, ILayout> = {
  [SHARED]: skewed({ count }),
  'flat-folder': flat({ count: Math.min(count, 300_000) }),
  'deep-tree': deep({ count }),
  'long-stems': longStems({ count }),
  'beyond-ascii': nonAscii({ count }),
  'zarr-chunks': zarrChunks({ count }),
  // Made after the code was frozen: nothing was tuned on them.
  'late-stations': byStation(count),
  'late-hashes': hashed(count),
  'late-scripts': mixedScripts(count)
};

interface IRun {
  readonly bytes: number;
  readonly calls: number;
  readonly ms: number;
}

async function measure(
  storageEndpoint: string,
  bucket: string,
  concurrency: number
): Promise<IRun> {
  const store = await openStore({
    config: leapConfig({ storageEndpoint, listingConcurrency: concurrency }),
    env: {},
    now: () => new Date()
  });
  const startedMs = performance.now();
  let last = { bytes: 0, calls: 0 };
  const { signal } = new AbortController();
  const place = { bucket, prefix: '' };
  for await (const size of measureFolder(store, place, {
    concurrency,
    signal
  })) {
    last = size;
  }
  store.dispose();
  return { ...last, ms: performance.now() - startedMs };
}

/** The largest folder first, before any peer has used memory of this process. */
async function ours(url: string): Promise<Map<string, Map<number, IRun>>> {
  const runs = new Map<string, Map<number, IRun>>();
  for (const bucket of Object.keys(layouts)) {
    const run = new Map<number, IRun>();
    for (const concurrency of [16, 64]) {
      run.set(concurrency, await measure(url, bucket, concurrency));
    }
    runs.set(bucket, run);
  }
  return runs;
}

function report(
  bucket: string,
  layout: ILayout,
  sequentialMs: number,
  runs: ReadonlyMap<number, IRun>
): boolean {
  const pages = Math.ceil(layout.count / 1000);
  const parts = [
    `${bucket.padEnd(15)} ${layout.count.toLocaleString('en').padStart(9)} objects`,
    `page after page ${(sequentialMs / 1000).toFixed(1)} s`
  ];
  for (const [concurrency, { calls, ms }] of runs) {
    const extra = (calls / pages - 1) * 100;
    parts.push(
      `${String(concurrency)} at once ${(ms / 1000).toFixed(1)} s = ${(sequentialMs / ms).toFixed(1)} times as fast, ${extra.toFixed(0)} % more calls`
    );
  }
  console.log(parts.join(' · '));
  const expected = totalBytes(layout);
  return [...runs.values()].every(({ bytes }) => bytes === expected);
}

function comparePeers(url: string, runs: ReadonlyMap<number, IRun>): void {
  const peers: [string, Peer][] = [
    ['gcsfs du', pythonPeer('du')],
    ['google-cloud-storage (Python)', pythonPeer('list')],
    ['rclone size --fast-list', rclone]
  ];
  for (const [name, peer] of peers) {
    const measured = peer(url, SHARED);
    if (measured === null) {
      console.log(`${name}: not installed here`);
      continue;
    }
    const { seconds, memoryBytes } = measured;
    const ratios = [...runs].map(
      ([concurrency, { ms }]) =>
        `${((seconds * 1000) / ms).toFixed(1)} times (${String(concurrency)} at once)`
    );
    const memory =
      memoryBytes > 0 ? `, ${(memoryBytes / 1e6).toFixed(0)} MB` : '';
    console.log(
      `${name.padEnd(30)} ${seconds.toFixed(1)} s${memory}: ours is as fast ${ratios.join(', ')}`
    );
  }
}

/** A service that takes 200 calls a second: what share of ours it has to refuse. */
async function underLimit(emulated: IEmulated): Promise<void> {
  await emulated.limit(200);
  const { calls, ms } = await measure(emulated.url, 'deep-tree', 64);
  const { refused, answered } = await emulated.counted();
  await emulated.limit(Infinity);
  console.log(
    `under 200 calls a second: ${((100 * refused) / answered).toFixed(1)} % refused, ${((calls / ms) * 1000).toFixed(0)} useful calls a second`
  );
}

async function main(): Promise<void> {
  const emulated = await emulate(layouts);
  const all = await ours(emulated.url);
  const peakMb = process.resourceUsage().maxRSS / 1000;
  let isExact = true;
  for (const [bucket, layout] of Object.entries(layouts)) {
    const { allMs } = await pageAfterPage(emulated.url, bucket, {});
    isExact =
      report(bucket, layout, allMs, all.get(bucket) ?? new Map()) && isExact;
  }
  comparePeers(emulated.url, all.get(SHARED) ?? new Map());
  await underLimit(emulated);
  console.log(
    `totals exact: ${isExact ? 'yes' : 'NO'} · at most ${peakMb.toFixed(0)} MB`
  );
  emulated.process.kill();
  process.exitCode = isExact ? 0 : 1;
}

void main();
