// How long the size of a folder takes, beside page after page, gcsfs, google-cloud-storage and rclone in the same run,
// what it costs in calls and memory, and how it behaves under a limit of 200 calls a second.
//
// LEAP_BENCH_OBJECTS: objects in each bucket, 300,000 when absent; the targets are for 1,000,000.
// LEAP_BENCH_LAYOUTS: only these buckets, separated by commas.
// LEAP_BENCH_PEER_SECONDS: another tool is stopped after so long, 75 when absent, and then counts as at least that slow.
import { openStore } from '../../src/service/buckets/store/open-store';
import { pageAddress } from '../../src/service/buckets/store/page-query';
import { measureFolder } from '../../src/service/buckets/size/size';
import {
  deep,
  flat,
  longStems,
  nonAscii,
  skewed,
  zarrChunks
} from '../../test/support/gcs/layouts';
import { leapConfig } from '../../test/support/service/leap-config';
import {
  emulate,
  type IEmulated,
  type IInventory,
  type Layouts
} from './emulator-process';
import { forecasts, granules, uploads } from './frozen-layouts';
import {
  archived,
  byStation,
  checkpoints,
  hashed,
  mixedScripts
} from './late-layouts';
import { peakOfOneMeasurement, toMeasureOnly } from './peak-memory';
import { pythonPeer, rclone, type Peer } from './peers';
import { LIBRARY_FIELDS, pageAfterPage } from './storage-library';
import { randomLayout } from './random-layouts';
import { printSizes, type IRun, type ISizes } from './size-table';

const count = Number(process.env['LEAP_BENCH_OBJECTS'] ?? 300_000);
const CONCURRENCIES = [16, 64] as const;
const ROUNDS = 3;

/** Page after page takes the same for every page, so that so many tell; the shared layout is listed whole. */
const SEQUENTIAL_PAGES = 80;

/** The layout that the peers measure: all of them list it page after page, whatever its names. */
const SHARED = 'skewed-folders';
const FLAT = 'flat-folder';
const layouts: Layouts = {
  [SHARED]: () => skewed({ count }),
  [FLAT]: () => flat({ count: Math.min(count, 300_000) }),
  'deep-tree': () => deep({ count }),
  'long-stems': () => longStems({ count }),
  'beyond-ascii': () => nonAscii({ count }),
  'zarr-chunks': () => zarrChunks({ count }),
  // Looked at while the code was chosen, never tuned on one by one.
  'late-stations': () => byStation(count),
  'late-hashes': () => hashed(count),
  'late-scripts': () => mixedScripts(count),
  // Missed by far when it was first measured, on code that was frozen; then looked at as those before.
  'late-archive': () => archived(count),
  // Made after the code was frozen; looked at since.
  'unseen-checkpoints': () => checkpoints(count),
  // Made after the code was frozen a second time, from keys of real buckets.
  'frozen-granules': () => granules(count),
  'frozen-uploads': () => uploads(count),
  'frozen-forecasts': () => forecasts(count),
  // Drawn at random; looked at since, but for the last two, which were first measured when the code stood.
  'random-13': () => randomLayout(13, count),
  'random-21': () => randomLayout(21, count),
  'random-35': () => randomLayout(35, count),
  'random-101': () => randomLayout(101, count),
  'random-107': () => randomLayout(107, count),
  'random-2001': () => randomLayout(2001, count),
  'random-2003': () => randomLayout(2003, count),
  'random-7001': () => randomLayout(7001, count),
  'random-7003': () => randomLayout(7003, count)
};
const wanted =
  process.env['LEAP_BENCH_LAYOUTS']?.split(',') ?? Object.keys(layouts);

/** What ours asks for, so that its pages are written out before anything is measured. */
const OUR_FIELDS =
  new URL(
    pageAddress('http://localhost', {
      bucket: 'b',
      prefix: '',
      folded: false,
      columns: 'sizes'
    })
  ).searchParams.get('fields') ?? '';

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
  const before = process.cpuUsage();
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
  const { user, system } = process.cpuUsage(before);
  return {
    ...last,
    ms: performance.now() - startedMs,
    cpuMs: (user + system) / 1000
  };
}

function median(runs: readonly IRun[]): IRun | undefined {
  return [...runs].sort((a, b) => a.ms - b.ms)[runs.length >> 1];
}

async function ours(
  url: string,
  bucket: string,
  { bytes }: IInventory
): Promise<Pick<ISizes, 'runs' | 'isExact'>> {
  const all = new Map<number, IRun[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const concurrency of CONCURRENCIES) {
      const run = await measure(url, bucket, concurrency);
      all.set(concurrency, [...(all.get(concurrency) ?? []), run]);
    }
  }
  const runs = new Map<number, IRun>();
  for (const [concurrency, some] of all) {
    const middle = median(some);
    if (middle) {
      runs.set(concurrency, middle);
    }
  }
  const isExact = [...all.values()].flat().every(run => run.bytes === bytes);
  return { runs, isExact };
}

/** Milliseconds that the client library takes page after page. */
async function sequential(
  url: string,
  bucket: string,
  { objects }: IInventory
): Promise<number> {
  const pages = Math.ceil(objects / 1000);
  const most = bucket === SHARED ? pages : Math.min(pages, SEQUENTIAL_PAGES);
  const { allMs } = await pageAfterPage(url, bucket, {}, most);
  return (allMs / most) * pages;
}

async function comparePeers(
  emulated: IEmulated,
  runs: ReadonlyMap<number, IRun>
): Promise<void> {
  const peers: [string, Peer][] = [
    ['gcsfs du', pythonPeer('du')],
    ['google-cloud-storage (Python)', pythonPeer('list')],
    ['rclone size --fast-list', rclone]
  ];
  // One after the other in time, but each with its pages written out.
  await emulated.open(SHARED, []);
  for (const [name, peer] of peers) {
    const measured = peer(emulated.url, SHARED);
    if (measured === null) {
      console.log(`${name}: not installed here`);
      continue;
    }
    const { seconds, memoryBytes, isStopped } = measured;
    const atLeast = isStopped ? 'at least ' : '';
    const ratios = [...runs].map(
      ([concurrency, { ms }]) =>
        `${atLeast}${((seconds * 1000) / ms).toFixed(1)} times (${String(concurrency)} at once)`
    );
    const memory =
      memoryBytes > 0 ? `, ${(memoryBytes / 1e6).toFixed(0)} MB` : '';
    const end = isStopped ? ' and not done' : '';
    console.log(
      `${name.padEnd(30)} ${seconds.toFixed(1)} s${end}${memory}: ours is as fast ${ratios.join(', ')}`
    );
  }
}

/** A service that takes 200 calls a second: what share of ours it has to refuse. */
async function underLimit(emulated: IEmulated): Promise<void> {
  await emulated.open('deep-tree', [OUR_FIELDS]);
  for (const concurrency of CONCURRENCIES) {
    await emulated.limit(200);
    const { calls, ms } = await measure(emulated.url, 'deep-tree', concurrency);
    const { refused, answered } = await emulated.counted();
    await emulated.limit(Infinity);
    console.log(
      `under 200 calls a second, ${String(concurrency)} at once: ${((100 * refused) / answered).toFixed(1)} % refused (target: at most 3), ${((calls / ms) * 1000).toFixed(0)} useful calls a second`
    );
  }
}

async function main(): Promise<void> {
  const only = toMeasureOnly();
  if (only !== null) {
    await measure(only.url, only.bucket, CONCURRENCIES[0]);
    return;
  }
  const emulated = await emulate(layouts);
  const sizes: ISizes[] = [];
  let shared: ISizes | null = null;
  let peakMb = 0;
  for (const bucket of Object.keys(layouts).filter(name =>
    wanted.includes(name)
  )) {
    const inventory = await emulated.open(bucket, [OUR_FIELDS, LIBRARY_FIELDS]);
    const mine = await ours(emulated.url, bucket, inventory);
    const mb = peakOfOneMeasurement(emulated.url, bucket);
    peakMb = Math.max(peakMb, mb);
    const sequentialMs = await sequential(emulated.url, bucket, inventory);
    const row = { bucket, ...inventory, ...mine, sequentialMs };
    sizes.push({ ...row, isFlat: bucket === FLAT });
    shared ??= sizes[0] ?? null;
    console.error(`  ${bucket}: measured, at most ${mb.toFixed(0)} MB`);
  }
  printSizes(sizes);
  if (wanted.includes(SHARED)) {
    await comparePeers(emulated, shared?.runs ?? new Map());
    await underLimit(emulated);
  }
  const isExact = sizes.every(one => one.isExact);
  console.log(
    `totals exact: ${isExact ? 'yes' : 'NO'} · a process that measures one of them: at most ${peakMb.toFixed(0)} MB (target: under 250)`
  );
  emulated.process.kill();
  process.exitCode = isExact ? 0 : 1;
}

void main();
