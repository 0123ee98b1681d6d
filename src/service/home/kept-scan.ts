import * as z from 'zod/mini';
import { HomeCount, HomeLargest } from '../../contract';
import type { Cache } from '../cache';
import { causes, log } from '../log';
import { snapshotFrom, type IFinishedScan } from './finished-scan';
import type { ISnapshot, SnapshotColumn } from './scan/snapshot';

const NAME = 'home-scan.json';

/** Another shape is another version: it is ignored. */
const VERSION = 3;

/** A snapshot above this (some 150,000 directories) is not kept: reading it would cost more than it saves. */
const MAX_SNAPSHOT_BYTES = 8 << 20;

const KeptText = z.object({
  version: z.literal(VERSION),
  homeDirectory: z.string(),
  usage: HomeCount,
  large: z.pick(HomeLargest, { files: true, stores: true, oldest: true }),
  columns: z.nullable(z.record(z.string(), z.string()))
});

/** How each column's numbers lie in its bytes. */
const COLUMN_TYPES = {
  parent: Uint32Array,
  nameStart: Uint32Array,
  nameLength: Uint8Array,
  names: Uint8Array,
  usedBytes: Float64Array,
  apparentBytes: Float64Array,
  files: Uint32Array,
  directories: Uint32Array,
  newestMs: Float64Array,
  incomplete: Uint8Array,
  linkedInode: Float64Array,
  linkedOwner: Uint32Array
} as const satisfies Record<SnapshotColumn, unknown>;

/**
 * The last scan on disk, so that numbers with their age are there at once after a restart.
 * What is damaged, from another version or of another home counts as missing.
 */
export class KeptScan {
  constructor(
    private readonly _cache: Pick<Cache, 'read' | 'write'>,
    private readonly _homeDirectory: string
  ) {}

  async read(): Promise<IFinishedScan | null> {
    const text = await this._cache.read(NAME);
    try {
      const kept = text === null ? null : KeptText.parse(JSON.parse(text));
      if (kept?.homeDirectory !== this._homeDirectory) {
        return null;
      }
      const snapshot = kept.columns && decodeColumns(kept.columns);
      return { usage: kept.usage, snapshot, large: kept.large };
    } catch (reason) {
      log('kept scan ignored', { reason: causes(reason) });
      return null;
    }
  }

  async write({ usage, snapshot, large }: IFinishedScan): Promise<void> {
    const kept: z.infer<typeof KeptText> = {
      version: VERSION,
      homeDirectory: this._homeDirectory,
      usage,
      large,
      columns: snapshot && encodeColumns(snapshot)
    };
    await this._cache.write(NAME, JSON.stringify(kept));
  }
}

function encodeColumns(snapshot: ISnapshot): Record<string, string> | null {
  const columns = Object.entries(snapshot) as [string, Uint8Array][];
  const bytes = columns.reduce((sum, [, data]) => sum + data.byteLength, 0);
  if (bytes > MAX_SNAPSHOT_BYTES) {
    return null;
  }
  return Object.fromEntries(
    columns.map(([name, { buffer, byteOffset, byteLength }]) => [
      name,
      Buffer.from(buffer, byteOffset, byteLength).toString('base64')
    ])
  );
}

function decodeColumns(
  columns: Readonly<Record<string, string>>
): ISnapshot | null {
  const decoded: Partial<Record<string, unknown>> = {};
  for (const [name, type] of Object.entries(COLUMN_TYPES)) {
    const bytes = Buffer.from(columns[name] ?? '', 'base64');
    // A copy, because numbers must begin where their width allows.
    const { buffer } = Uint8Array.from(bytes);
    if (buffer.byteLength % type.BYTES_PER_ELEMENT !== 0) {
      return null;
    }
    decoded[name] = new type(buffer);
  }
  return snapshotFrom(decoded);
}
