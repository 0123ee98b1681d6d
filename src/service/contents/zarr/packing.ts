import { field, isObject, textOf, type JsonObject } from '../json';

/** Codecs that only arrange the bytes. */
const PLAIN: ReadonlySet<string> = new Set([
  'bytes',
  'endian',
  'transpose',
  'crc32c',
  'vlen-utf8',
  'vlen-bytes'
]);

/**
 * How the chunks of a format 2 array are packed: `shuffle, zlib`.
 */
export function codecNames2(metadata: JsonObject): string {
  const filters = field(metadata, 'filters');
  const compressor = field(metadata, 'compressor');
  return [...(Array.isArray(filters) ? (filters as unknown[]) : []), compressor]
    .filter(isObject)
    .map(codec => inner(textOf(field(codec, 'id')), codec))
    .slice(0, 5)
    .join(', ');
}

/**
 * How the chunks of a format 3 array are packed: `zstd`, or `zstd, in shards`.
 */
export function codecNames3(metadata: JsonObject): string {
  const codecs = codecsOf(metadata);
  const shards = codecs.find(isSharding);
  const names = (shards ? codecsOf(field(shards, 'configuration')) : codecs)
    .map(codec =>
      inner(
        textOf(codec) ?? textOf(field(codec, 'name')),
        field(codec, 'configuration')
      )
    )
    .filter(name => !PLAIN.has(name))
    .slice(0, 5);
  return [...names, ...(shards ? ['in shards'] : [])].join(', ');
}

/**
 * The shape of the chunks that are gathered in a shard; undefined where they are not.
 */
export function innerChunks(metadata: JsonObject): unknown {
  const shards = codecsOf(metadata).find(isSharding);
  return field(field(shards, 'configuration'), 'chunk_shape');
}

/**
 * The names of all codecs and filters of an array of either format, those within shards included.
 */
export function codecsUsed(metadata: JsonObject): string[] {
  const filters = field(metadata, 'filters');
  const listed = [
    ...codecsOf(metadata),
    ...codecsOf(metadata)
      .filter(isSharding)
      .flatMap(codec => {
        const configuration = field(codec, 'configuration');
        const index = field(configuration, 'index_codecs');
        return [
          ...codecsOf(configuration),
          ...(Array.isArray(index) ? (index as unknown[]) : [])
        ];
      }),
    ...(Array.isArray(filters) ? (filters as unknown[]) : []),
    field(metadata, 'compressor')
  ];
  return listed
    .filter(codec => codec !== undefined && codec !== null)
    .map(
      codec =>
        textOf(codec) ??
        textOf(field(codec, 'name')) ??
        textOf(field(codec, 'id')) ??
        'something unknown'
    );
}

function codecsOf(value: unknown): unknown[] {
  const codecs = field(value, 'codecs');
  return Array.isArray(codecs) ? codecs : [];
}

function isSharding(codec: unknown): boolean {
  return field(codec, 'name') === 'sharding_indexed';
}

/** Blosc is a box with another codec in it. */
function inner(name: string | null, configuration: unknown): string {
  const within = textOf(field(configuration, 'cname'));
  const plain = (name ?? 'unknown').replace(/^numcodecs\./, '').slice(0, 40);
  return plain === 'blosc' && within !== null
    ? `blosc (${within.slice(0, 20)})`
    : plain;
}
