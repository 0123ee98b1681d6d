import { gunzipSync } from 'node:zlib';
import { LeapError } from '../../contract';
import type { IObjectBytes, IObjectQuery } from '../buckets/store/object-query';
import type { GcsStore } from '../buckets/store/store';
import {
  tooLarge,
  type ByteRange,
  type IListedKeys,
  type ISource
} from './source';

/** Somebody looks at it and waits. */
const URGENCY = 'view';

/** What a bucket can do for a source. */
export type ObjectStore = Pick<GcsStore, 'page' | 'object' | 'objectBytes'>;

/**
 * A folder of a bucket, or one object when `prefix` is its name.
 */
export class GcsSource implements ISource {
  constructor(
    private readonly _store: ObjectStore,
    private readonly _bucket: string,
    private readonly _prefix: string,
    /** The project that pays for it; null: nobody is asked to. */
    private readonly _payer: string | null = null
  ) {}

  async read(
    key: string,
    maxBytes: number,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    const found = await this._store.object(
      { ...this._place(key), maxBytes },
      URGENCY,
      signal
    );
    if (found?.isCut) {
      throw tooLarge(key, maxBytes);
    }
    return found && unpacked(found, key, maxBytes);
  }

  async readRange(
    key: string,
    range: ByteRange,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    const maxBytes = 'last' in range ? range.last : range.length;
    if (maxBytes <= 0) {
      return new Uint8Array();
    }
    const found = await this._store.object(
      { ...this._place(key), range, maxBytes },
      URGENCY,
      signal
    );
    if (found?.contentEncoding === 'gzip') {
      throw new LeapError(
        'bad-upstream',
        'The bucket stores it packed with gzip, so no part of it can be read by itself. Copy it to your home and open it there.'
      );
    }
    return found?.bytes ?? null;
  }

  sizeOf(key: string, signal: AbortSignal): Promise<number | null> {
    return this._store.objectBytes(this._place(key), URGENCY, signal);
  }

  async list(
    folder: string,
    signal: AbortSignal,
    depth: 'direct' | 'all' = 'direct'
  ): Promise<IListedKeys> {
    const { bucket, name: prefix, payer } = this._place(folder);
    const page = await this._store.page(
      { bucket, prefix, folded: depth === 'direct', columns: 'names', payer },
      URGENCY,
      signal
    );
    return {
      folders: page.prefixes.map(name => name.slice(prefix.length)),
      keys: page.objects.map(({ name }) => name.slice(prefix.length)),
      isComplete: page.nextPageToken === null
    };
  }

  private _place(
    key: string
  ): Required<Pick<IObjectQuery, 'bucket' | 'name' | 'payer'>> {
    return {
      bucket: this._bucket,
      name: this._prefix + key,
      payer: this._payer
    };
  }
}

/** Metadata are sometimes stored packed and unpacked on the way to a browser. */
function unpacked(
  { bytes, contentEncoding }: IObjectBytes,
  key: string,
  maxBytes: number
): Uint8Array {
  if (contentEncoding !== 'gzip') {
    return bytes;
  }
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    throw new LeapError(
      'bad-upstream',
      `“${key.slice(0, 100)}” is marked as packed with gzip but cannot be unpacked within the limits.`,
      { cause }
    );
  }
}
