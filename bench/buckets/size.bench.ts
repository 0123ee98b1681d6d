// How long the size of a folder takes, beside page after page in the same run, and how many calls it costs.
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
import { emulate } from './emulator-process';
import { pageAfterPage } from './storage-library';

const count = Number(process.env['LEAP_BENCH_OBJECTS'] ?? 300_000);
const layouts: Record<string, ILayout> = {
  'flat-folder': flat({ count: Math.min(count, 300_000) }),
  'deep-tree': deep({ count }),
  'long-stems': longStems({ count }),
  'skewed-folders': skewed({ count }),
  'beyond-ascii': nonAscii({ count }),
  'zarr-chunks': zarrChunks({ count })
};

async function measure(
  storageEndpoint: string,
  bucket: string,
  concurrency: number
): Promise<{ bytes: number; calls: number; ms: number }> {
  const store = await openStore({
    config: leapConfig({ storageEndpoint, listingConcurrency: concurrency }),
    env: {},
    now: () => new Date()
  });
  const startedMs = performance.now();
  let last = { bytes: 0, calls: 0 };
  const signal = new AbortController().signal;
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

async function main(): Promise<void> {
  const emulator = await emulate(layouts);
  let isExact = true;
  for (const [bucket, layout] of Object.entries(layouts)) {
    const peer = await pageAfterPage(emulator.url, bucket, {});
    const pages = Math.ceil(layout.count / 1000);
    const parts = [
      `${bucket.padEnd(15)} ${layout.count.toLocaleString('en').padStart(9)} objects`,
      `page after page ${(peer.allMs / 1000).toFixed(1)} s`
    ];
    for (const concurrency of [16, 64]) {
      const { bytes, calls, ms } = await measure(
        emulator.url,
        bucket,
        concurrency
      );
      isExact &&= bytes === totalBytes(layout);
      const extra = (calls / pages - 1) * 100;
      parts.push(
        `${String(concurrency)} at once ${(ms / 1000).toFixed(1)} s = ${(peer.allMs / ms).toFixed(1)} times as fast, ${extra.toFixed(0)} % more calls`
      );
    }
    console.log(parts.join(' · '));
  }
  const residentMb = process.memoryUsage.rss() / 1e6;
  console.log(
    `totals exact: ${isExact ? 'yes' : 'NO'} · memory ${residentMb.toFixed(0)} MB, the peer's pages included`
  );
  emulator.process.kill();
  process.exitCode = isExact ? 0 : 1;
}

void main();
