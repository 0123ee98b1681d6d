import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { IGrant } from './access';
import type { IBucketOptions } from './bucket';
import type { Emulator } from './emulator';
import { isRecord, recordOf, textOf } from './json';
import * as layouts from './layouts';

const DAY_MS = 86_400_000;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.ipynb': 'application/x-ipynb+json',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.nc': 'application/x-netcdf',
  '.parquet': 'application/vnd.apache.parquet',
  '.png': 'image/png',
  '.txt': 'text/plain',
  '.zarray': 'application/json',
  '.zattrs': 'application/json',
  '.zgroup': 'application/json',
  '.zmetadata': 'application/json'
};

/**
 * Fill an emulator from a folder: each folder in it becomes a bucket, each file an object, and `<bucket>.json` says what a
 * file system cannot hold.
 *
 * ```json
 * {
 *   "options": { "lifecycleAgeDays": 7, "grants": [{ "prefix": "ann/", "permissions": "read" }] },
 *   "ages": { "": 3, "funky-user/old/": 6.5 },
 *   "objects": [{ "name": "a//b", "text": "…" }, { "name": "c\td", "base64": "…", "ageDays": 1 }],
 *   "generated": [{ "layout": "flat", "count": 100000, "prefix": "many/" }]
 * }
 * ```
 *
 * Ages are days before the start, by the longest prefix that fits.
 *
 * @returns the number of objects put in place
 */
export async function loadFolder(
  gcs: Emulator,
  directory: string,
  now: Date
): Promise<number> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = new Set(
    entries.flatMap(entry =>
      entry.isDirectory()
        ? [entry.name]
        : entry.name.endsWith('.json')
          ? [entry.name.slice(0, -'.json'.length)]
          : []
    )
  );
  let count = 0;
  for (const name of names) {
    const root = entries.some(
      entry => entry.isDirectory() && entry.name === name
    )
      ? join(directory, name)
      : null;
    const sheet = entries.some(entry => entry.name === `${name}.json`)
      ? await readSheet(join(directory, `${name}.json`))
      : {};
    count += await loadBucket(gcs, name, root, sheet, now);
  }
  return count;
}

async function loadBucket(
  gcs: Emulator,
  bucket: string,
  root: string | null,
  sheet: Record<string, unknown>,
  now: Date
): Promise<number> {
  const ages = readAges(sheet);
  gcs.createBucket(bucket, {
    createdAt: new Date(now.getTime() - 365 * DAY_MS),
    ...readOptions(recordOf(sheet, 'options'))
  });
  const put = (name: string, bytes: Uint8Array, ageDays?: number): void => {
    const age = ageDays ?? ageOf(name, ages);
    gcs.put(bucket, name, bytes, {
      createdAt: new Date(now.getTime() - age * DAY_MS),
      contentType: contentType(name)
    });
  };
  let count = 0;
  for (const name of root === null ? [] : await filesBelow(root)) {
    put(name, await readFile(join(root ?? '', name)));
    count++;
  }
  for (const object of listOf(sheet, 'objects')) {
    const age = object['ageDays'];
    put(
      textOf(object, 'name') ?? '',
      contentOf(object, gcs.url),
      typeof age === 'number' ? age : undefined
    );
    count++;
  }
  for (const entry of listOf(sheet, 'generated')) {
    const layout = readLayout(entry);
    gcs.generate(bucket, layout);
    count += layout.count;
  }
  return count;
}

/** What an object holds; a template has the server's own address in it, which is another one at each start. */
function contentOf(object: Record<string, unknown>, url: string): Buffer {
  const base64 = textOf(object, 'base64');
  if (base64 !== undefined) {
    return Buffer.from(base64, 'base64');
  }
  const template = textOf(object, 'template')?.replaceAll('{server}', url);
  return Buffer.from(template ?? textOf(object, 'text') ?? '');
}

async function readSheet(path: string): Promise<Record<string, unknown>> {
  const value: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!isRecord(value)) {
    throw new Error(`${path} must hold a JSON object.`);
  }
  return value;
}

function readOptions(options: Record<string, unknown>): IBucketOptions {
  const { lifecycleAgeDays, anonymous, requesterPays, softDeleteDays } =
    options;
  const grants = listOf(options, 'grants').map(readGrant);
  return {
    ...(grants.length > 0 ? { grants } : {}),
    ...(typeof lifecycleAgeDays === 'number' ? { lifecycleAgeDays } : {}),
    ...(anonymous === true ? { anonymous } : {}),
    ...(requesterPays === true ? { requesterPays } : {}),
    ...(typeof softDeleteDays === 'number' ? { softDeleteDays } : {})
  };
}

function readGrant(grant: Record<string, unknown>): IGrant {
  const { permissions } = grant;
  if (
    permissions !== 'all' &&
    permissions !== 'read' &&
    permissions !== 'none'
  ) {
    throw new Error('A grant gives the permissions all, read or none.');
  }
  return { prefix: textOf(grant, 'prefix') ?? '', permissions };
}

function readAges(sheet: Record<string, unknown>): [string, number][] {
  return Object.entries(recordOf(sheet, 'ages'))
    .map(([prefix, days]): [string, number] => [prefix, Number(days)])
    .sort(([a], [b]) => b.length - a.length);
}

function ageOf(name: string, ages: readonly [string, number][]): number {
  return ages.find(([prefix]) => name.startsWith(prefix))?.[1] ?? 0;
}

function readLayout(entry: Record<string, unknown>): layouts.ILayout {
  const makers: Record<string, typeof layouts.flat> = {
    flat: layouts.flat,
    deep: layouts.deep,
    longStems: layouts.longStems,
    skewed: layouts.skewed,
    nonAscii: layouts.nonAscii,
    zarrChunks: layouts.zarrChunks
  };
  const make = makers[textOf(entry, 'layout') ?? 'flat'];
  if (make === undefined) {
    throw new Error(`There is no layout ${String(textOf(entry, 'layout'))}.`);
  }
  return make({
    count: Number(entry['count']),
    prefix: textOf(entry, 'prefix') ?? ''
  });
}

function listOf(
  sheet: Record<string, unknown>,
  name: string
): Record<string, unknown>[] {
  const value = sheet[name];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

async function filesBelow(root: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      files.push(...(await filesBelow(root, name)));
    } else if (entry.isFile()) {
      files.push(name);
    }
  }
  return files;
}

function contentType(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1);
  const key = base.startsWith('.') ? base : extname(base);
  return CONTENT_TYPES[key.toLowerCase()] ?? 'application/octet-stream';
}
