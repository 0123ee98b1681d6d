import {
  addDecoder,
  BaseClient,
  BaseDecoder,
  BaseResponse,
  fromCustomClient
} from 'geotiff';
import { inflateSync } from 'node:zlib';
import type { ReadPart } from '../tables/parquet';
import { unzstd } from '../zstd';
import { inBlocks } from './in-blocks';
import { MAX_TILE_BYTES } from './tile-limits';

/** The library's file. */
export type Tiff = Awaited<ReturnType<typeof fromCustomClient>>;

/** One of its pictures. */
export type TiffImage = Awaited<ReturnType<Tiff['getImage']>>;

/**
 * Open a TIFF whose bytes come from elsewhere.
 */
export function openTiff(fileBytes: number, read: ReadPart): Promise<Tiff> {
  limitDecoders();
  return fromCustomClient(
    new RangeClient(fileBytes, inBlocks(fileBytes, read)),
    { maxRanges: 0 }
  );
}

/** The library's own unpacking knows no limits. */
function limitDecoders(): void {
  const limited = (
    unpack: (bytes: Uint8Array, maxBytes: number) => Uint8Array
  ): typeof BaseDecoder =>
    class extends BaseDecoder {
      override decodeBlock(packed: ArrayBuffer): ArrayBuffer {
        const bytes = unpack(new Uint8Array(packed), MAX_TILE_BYTES);
        return Uint8Array.from(bytes).buffer;
      }
    };
  const inflate = limited((bytes, maxOutputLength) =>
    inflateSync(bytes, { maxOutputLength })
  );
  addDecoder([8, 32946], () => Promise.resolve(inflate));
  const zstd = limited(unzstd);
  addDecoder(50000, () => Promise.resolve(zstd));
}

/** Asks for parts of the file as the library would ask a web server. */
class RangeClient extends BaseClient {
  constructor(
    private readonly _fileBytes: number,
    private readonly _read: ReadPart
  ) {
    super('file:///');
  }

  override async request({ headers }: RequestInit = {}): Promise<BaseResponse> {
    const range = new Headers(headers).get('range') ?? '';
    const [, first = '0', last] = /^bytes=(\d+)-(\d+)?$/.exec(range) ?? [];
    const offset = Number(first);
    const end = Math.min(
      this._fileBytes,
      last === undefined ? offset + 65_536 : Number(last) + 1
    );
    const bytes = await this._read(offset, Math.max(0, end - offset));
    return new RangeResponse(bytes, offset, this._fileBytes);
  }
}

class RangeResponse extends BaseResponse {
  constructor(
    private readonly _bytes: Uint8Array,
    private readonly _offset: number,
    private readonly _fileBytes: number
  ) {
    super();
  }

  override get status(): number {
    return 206;
  }

  override getHeader(name: string): string {
    const last = this._offset + this._bytes.length - 1;
    return name.toLowerCase() === 'content-range'
      ? `bytes ${String(this._offset)}-${String(last)}/${String(this._fileBytes)}`
      : '';
  }

  override getData(): Promise<ArrayBuffer> {
    return Promise.resolve(Uint8Array.from(this._bytes).buffer);
  }
}
