import { LeapError } from '../../contract';

/** Part of a key's bytes: from `offset` on, or the last ones. */
export type { ByteRange } from '../buckets/store/object-query';
import type { ByteRange } from '../buckets/store/object-query';

/**
 * What lies below a folder of a source.
 */
export interface IListedKeys {
  /** Relative to the folder, each with its closing slash. */
  readonly folders: readonly string[];
  readonly keys: readonly string[];
  readonly isComplete: boolean;
}

/**
 * Where the bytes of a data set are: a folder of a bucket, a web address, references to pieces of other files.
 *
 * Keys are relative to it and are taken letter for letter; the empty key is the source itself, where that is one object.
 */
export interface ISource {
  /**
   * The whole of a key, null when there is none.
   *
   * @throws LeapError `too-large` above `maxBytes`, and what the storage says.
   */
  read(
    key: string,
    maxBytes: number,
    signal: AbortSignal
  ): Promise<Uint8Array | null>;

  /** A part; shorter where the key ends, null when there is none. */
  readRange(
    key: string,
    range: ByteRange,
    signal: AbortSignal
  ): Promise<Uint8Array | null>;

  /** Bytes of a key without reading it; null when there is none. */
  sizeOf(key: string, signal: AbortSignal): Promise<number | null>;

  /**
   * Null: this source cannot be listed.
   *
   * @param depth - `all`: keys at any depth below the folder, and no folders.
   */
  list(
    folder: string,
    signal: AbortSignal,
    depth?: 'direct' | 'all'
  ): Promise<IListedKeys | null>;
}

/**
 * A key is larger than it may be.
 */
export function tooLarge(key: string, maxBytes: number): LeapError {
  const name = key === '' ? 'It' : `“${key.slice(0, 100)}”`;
  return new LeapError(
    'too-large',
    `${name} is larger than ${formatLimit(maxBytes)}, so it was not read. Open it in a notebook.`
  );
}

/**
 * A limit in words.
 */
export function formatLimit(bytes: number): string {
  return bytes >= 1 << 20
    ? `${String(Math.round(bytes / (1 << 20)))} MiB`
    : `${String(Math.round(bytes / 1024))} KiB`;
}
