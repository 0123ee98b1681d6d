/** From `offset` on, or the last bytes. */
export type ByteRange =
  | { readonly offset: number; readonly length: number }
  | { readonly last: number };

/**
 * Which bytes of which object.
 */
export interface IObjectQuery {
  readonly bucket: string;
  readonly name: string;
  /** Absent: from the beginning. */
  readonly range?: ByteRange | null;
  /** What lies beyond is not read. */
  readonly maxBytes: number;
  /** Only this version of it, as the object's resource names it. */
  readonly generation?: string | null;
  /** The project that pays for it; absent: nobody is asked to. */
  readonly payer?: string | null;
}

/**
 * What came of an object.
 */
export interface IObjectBytes {
  readonly bytes: Uint8Array;
  /** It is longer than was allowed. */
  readonly isCut: boolean;
  /** How its bytes are packed in the bucket, `gzip`; null: they are what they seem. */
  readonly contentEncoding: string | null;
}

/**
 * The address of an object's bytes. `%2F` keeps `..` and empty parts of a name from being rewritten.
 */
export function mediaAddress(
  baseUrl: string,
  {
    bucket,
    name,
    generation,
    payer
  }: Pick<IObjectQuery, 'bucket' | 'name' | 'generation' | 'payer'>
): string {
  const version =
    typeof generation === 'string'
      ? `&generation=${encodeURIComponent(generation)}`
      : '';
  return `${objectAddress(baseUrl, { bucket, name })}?alt=media${version}${paidBy(payer)}`;
}

/**
 * The address of an object's size alone.
 */
export function sizeAddress(
  baseUrl: string,
  { payer, ...object }: Pick<IObjectQuery, 'bucket' | 'name' | 'payer'>
): string {
  return `${objectAddress(baseUrl, object)}?fields=size${paidBy(payer)}`;
}

/**
 * What tells the storage service who pays; empty: nobody is asked to.
 */
export function paidBy(payer: string | null | undefined): string {
  return typeof payer === 'string'
    ? `&userProject=${encodeURIComponent(payer)}`
    : '';
}

/**
 * The `Range` header of the bytes wanted. A whole object is asked for up to `maxBytes`, so that no more is sent.
 */
export function rangeHeader({ range, maxBytes }: IObjectQuery): string {
  if (!range) {
    return `bytes=0-${String(maxBytes)}`;
  }
  return 'last' in range
    ? `bytes=-${String(range.last)}`
    : `bytes=${String(range.offset)}-${String(range.offset + range.length - 1)}`;
}

function objectAddress(
  baseUrl: string,
  { bucket, name }: { readonly bucket: string; readonly name: string }
): string {
  return `${baseUrl}/b/${encodeURIComponent(bucket)}/o/${encodeURIComponent(name)}`;
}
