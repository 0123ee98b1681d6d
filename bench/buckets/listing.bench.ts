// How soon a folder's first rows and all of them are there, beside the bare request and the client library.
import { gzipSync } from 'node:zlib';
import { listFolder, START } from '../../src/service/buckets/listing';
import { openStore } from '../../src/service/buckets/open-store';
import { toColumns } from '../../src/service/buckets/columns';
import { NO_RULE } from '../../src/service/buckets/rule';
import { flat } from '../../test/support/gcs/layouts';
import { leapConfig } from '../../test/support/leap-config';
import { emulate } from './emulator-process';
import { pythonPeer } from './peers';
import { pageAfterPage } from './storage-library';

const BUCKET = 'flat-folder';
const ROUNDS = 7;
const layouts = { [BUCKET]: flat({ count: 10_000 }) };

interface ITimes {
  firstMs: number;
  allMs: number;
}

async function ours(storageEndpoint: string): Promise<ITimes> {
  const store = await openStore({
    config: leapConfig({ storageEndpoint }),
    env: {},
    now: () => new Date()
  });
  const startedMs = performance.now();
  let firstMs = 0;
  const { signal } = new AbortController();
  const folder = { bucket: BUCKET, prefix: '' };
  const pages = listFolder(store, folder, START, 'view', signal);
  while (!(await pages.next()).done) {
    firstMs ||= performance.now() - startedMs;
  }
  store.dispose();
  return { firstMs, allMs: performance.now() - startedMs };
}

/** One request after the other with nothing around it but reading the JSON. */
async function bare(url: string): Promise<ITimes> {
  const startedMs = performance.now();
  let firstMs = 0;
  let token = '';
  do {
    const query = new URLSearchParams({
      delimiter: '/',
      maxResults: '1000',
      fields: 'nextPageToken,prefixes,items(name,size,timeCreated,updated)',
      ...(token === '' ? {} : { pageToken: token })
    });
    const answer = await fetch(
      `${url}/storage/v1/b/${BUCKET}/o?${query.toString()}`
    );
    const page = (await answer.json()) as { nextPageToken?: string };
    firstMs ||= performance.now() - startedMs;
    token = page.nextPageToken ?? '';
  } while (token !== '');
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
    `100,000 entries on the wire: ${(columns.length / 1e6).toFixed(1)} MB, ${(columns.length / models.length).toFixed(2)} of the contents model; gzipped ${(packed(columns) / packed(models)).toFixed(2)}`
  );
}

async function main(): Promise<void> {
  const emulator = await emulate(layouts);
  const ways = {
    'this service': () => ours(emulator.url),
    'bare request': () => bare(emulator.url),
    'client library': () =>
      pageAfterPage(emulator.url, BUCKET, { delimiter: '/' })
  };
  const times = new Map<string, ITimes[]>();
  // In turns, so that a busy moment of the machine touches all of them.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, list] of Object.entries(ways)) {
      times.set(name, [...(times.get(name) ?? []), await list()]);
    }
  }
  for (const [name, all] of times) {
    const firstMs = median(all.map(one => one.firstMs));
    const allMs = median(all.map(one => one.allMs));
    console.log(
      `${name.padEnd(15)} first rows ${firstMs.toFixed(0)} ms · all of 10,000 ${allMs.toFixed(0)} ms`
    );
  }
  const first = (name: string): number =>
    median((times.get(name) ?? []).map(one => one.firstMs));
  const ratio = first('this service') / first('bare request');
  console.log(`first rows: ${ratio.toFixed(2)} of the bare request`);
  const peer = pythonPeer('ls')(emulator.url, BUCKET);
  console.log(
    peer === null
      ? 'gcsfs ls: not installed here'
      : `gcsfs ls: ${(peer.seconds * 1000).toFixed(0)} ms until there is anything: ours shows the first rows after ${(first('this service') / peer.seconds / 1000).toFixed(3)} of that`
  );
  compareOnTheWire();
  emulator.process.kill();
}

void main();
