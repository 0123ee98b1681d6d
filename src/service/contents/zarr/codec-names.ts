/** Kinds of packing that `UNPACK` undoes. */
const PACKINGS = ['gzip', 'zlib', 'zstd', 'blosc', 'lz4'] as const;

/**
 * A kind of packing that can be undone.
 */
export type Packing = (typeof PACKINGS)[number];

/** Codecs and filters that the library undoes by itself, none of which makes more of little. */
const ARRANGING = [
  'bytes',
  'endian',
  'transpose',
  'crc32c',
  'shuffle',
  'delta',
  'bitround',
  'fixedscaleoffset',
  'scale_offset',
  'cast_value',
  'sharding_indexed'
] as const;

const KNOWN: ReadonlySet<string> = new Set([...PACKINGS, ...ARRANGING]);

/**
 * Whether chunks with this codec can be unpacked here.
 *
 * Apart from the codecs themselves, which weigh more than the rest of the service.
 */
export function isKnownCodec(name: string): boolean {
  return KNOWN.has(name.replace(/^numcodecs\./, ''));
}
