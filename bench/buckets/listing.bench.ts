// How soon a folder's first rows and all of them are there, beside the bare request and the client library.
import { gzipSync } from 'node:zlib';
import { listFolder, START } from '../../src/service/buckets/listing/listing';
import { openStore } from '../../src/service/buckets/store/open-store';
import type { GcsStore } from '../../src/service/buckets/store/store';
import { toColumns } from '../../src/service/buckets/listing/columns';
import { NO_RULE } from '../../src/service/buckets/rules/rule';
import { flat } from '../../test/support/gcs/layouts';
import { leapConfig } from '../../test/support/service/leap-config';
import { emulate } from './emulator-process';
import { pythonPeer } from './peers';
import { LIBRARY_FIELDS as ROW_FIELDS, pageAfterPage } from './storage-library';

const BUCKET = 'flat-folder';
const ROUNDS = 5;
/** A first page is quick, and its time is what matters most. */
const FIRST_ROUNDS = 25;
const layouts = { [BUCKET]: () => flat({ count: 10_000 }) };

interface ITimes {
  firstMs: number;
  allMs: number;
}

async function ours(store: GcsStore, mostPages = Infinity): Promise<ITimes> {
  const startedMs = performance.now();
  let firstMs = 0;
  const { signal } = new AbortController();
  const folder = { bucket: BUCKET, prefix: '' };
  let pages = 0;
  const listed = listFolder(store, folder, START, 'view', signal);
  for await (const { position } of listed) {
    firstMs ||= performance.now() - startedMs;
    pages += 1;
    if (position === null || pages === mostPages) {
      break;
    }
  }
  return { firstMs, allMs: performance.now() - startedMs };
}

/** One request after the other with nothing around it but reading the JSON. */
async function bare(url: string, mostPages = Infinity): Promise<ITimes> {
  const startedMs = performance.now();
  let firstMs = 0;
  let token = '';
  let pages = 0;
  do {
    const query = new URLSearchParams({
      delimiter: '/',
      maxResults: '1000',
      fields: ROW_FIELDS,
      ...(token === '' ? {} : { pageToken: token })
    });
    const answer = await fetch(
      `${url}/storage/v1/b/${BUCKET}/o?${query.toString()}`
    );
    const page = (await answer.json()) as { nextPageToken?: string };
    firstMs ||= performance.now() - startedMs;
    token = page.nextPageToken ?? '';
    pages += 1;
  } while (token !== '' && pages < mostPages);
  return { firstMs, allMs: performance.now() - startedMs };
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

/** What 100,000 entries are on the wire, as columns and as JupyterLab's contents model. */
function compareOnTheWire(): void {
  const layout = flat({ count: 100_000 });
  const at = '2026-11-19T15:00:00.000Z';
  const objects = Array.from({ length: layout.count }, (_, index) => ({
    name: layout.nameAt(index),
    bytes: layout.bytesAt(index),
    createdAt: at,
    updatedAt: at,
    storageClass: ''
  }));
  const columns = JSON.stringify(toColumns(objects, '', NO_RULE));
  const models = JSON.stringify(
    objects.map(({ name, bytes }) => ({
      name,
      path: `gs:${BUCKET}/${name}`,
      last_modified: at,
      created: at,
      content: null,
      format: null,
      mimetype: 'application/x-netcdf',
      size: bytes,
      writable: false,
      hash: null,
      hash_algorithm: null,
      type: 'file'
    }))
  );
  const packed = (text: string): number => gzipSync(text).length;
  console.log(
    `100,000 entries on the wire: ${(columns.length / 1e6).toFixed(1)} MB, ${(columns.length / models.length).toFixed(2)} of the contents model; gzipped ${(packed(columns) / packed(models)).toFixed(2)} (target: under 0.33)`
  );
}

/** In turns, so that a busy moment of the machine touches all of them. */
async function inTurns(
  ways: Readonly<Record<string, () => Promise<ITimes>>>,
  rounds: number
): Promise<ReadonlyMap<string, readonly ITimes[]>> {
  const times = new Map<string, ITimes[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, list] of Object.entries(ways)) {
      times.set(name, [...(times.get(name) ?? []), await list()]);
    }
  }
  return times;
}

async function main(): Promise<void> {
  const emulator = await emulate(layouts);
  await emulator.open(BUCKET, [ROW_FIELDS]);
  const { url } = emulator;
  const store = await openStore({
    config: leapConfig({ storageEndpoint: url }),
    env: {},
    now: () => new Date()
  });
  const all = await inTurns(
    {
      'this service': () => ours(store),
      'bare request': () => bare(url),
      'client library': () => pageAfterPage(url, BUCKET, { delimiter: '/' })
    },
    ROUNDS
  );
  for (const [name, times] of all) {
    const allMs = median(times.map(one => one.allMs));
    console.log(`${name.padEnd(15)} all of 10,000 ${allMs.toFixed(0)} ms`);
  }
  const first = await inTurns(
    {
      'this service': () => ours(store, 1),
      'bare request': () => bare(url, 1)
    },
    FIRST_ROUNDS
  );
  store.dispose();
  const firstMs = (name: string): number =>
    median((first.get(name) ?? []).map(one => one.firstMs));
  const mine = firstMs('this service');
  console.log(
    `first rows ${mine.toFixed(0)} ms: ${(mine / firstMs('bare request')).toFixed(2)} of the bare request (target: at most 1.2)`
  );
  const peer = pythonPeer('ls')(url, BUCKET);
  console.log(
    peer === null
      ? 'gcsfs ls: not installed here'
      : `gcsfs ls: ${(peer.seconds * 1000).toFixed(0)} ms until there is anything: ours shows the first rows after ${(mine / peer.seconds / 1000).toFixed(3)} of that (target: at most 0.125)`
  );
  compareOnTheWire();
  emulator.process.kill();
}

void main();
