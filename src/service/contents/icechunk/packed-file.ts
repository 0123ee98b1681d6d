import { LeapError } from '../../../contract';
import type { ISource } from '../source';
import { unzstd } from '../zstd';

/** `ICE🧊CHUNK`, who wrote it, the format's version, the kind of file, how it is packed. */
const MAGIC = Buffer.from('ICE🧊CHUNK');
const VERSION_AT = MAGIC.length + 24;
const PACKING_AT = VERSION_AT + 2;
const HEADER_BYTES = PACKING_AT + 1;

/** Repositories of millions of chunks split their manifests; one of them is some megabytes. */
const MAX_FILE_BYTES = 24 << 20;
const MAX_UNPACKED_BYTES = 64 << 20;

/**
 * Read one of a repository's own files; null when there is none.
 *
 * @throws LeapError `bad-upstream` when it makes no sense, `too-large`.
 * @see https://icechunk.io/en/latest/reference/spec/
 */
export async function readPackedFile(
  source: ISource,
  key: string,
  signal: AbortSignal
): Promise<{ readonly version: number; readonly content: Uint8Array } | null> {
  const bytes = await source.read(key, MAX_FILE_BYTES, signal);
  if (bytes === null) {
    return null;
  }
  if (!MAGIC.equals(bytes.subarray(0, MAGIC.length))) {
    throw damaged(key);
  }
  return sensibly(key, () => ({
    version: bytes[VERSION_AT] ?? 0,
    content: unpacked(bytes)
  }));
}

/**
 * What reading a file's tables gives, where they make sense.
 *
 * @throws LeapError `bad-upstream` where they do not.
 */
export function sensibly<T>(key: string, read: () => T): T {
  try {
    return read();
  } catch (reason) {
    throw reason instanceof LeapError ? reason : damaged(key);
  }
}

function unpacked(bytes: Uint8Array): Uint8Array {
  const content = bytes.subarray(HEADER_BYTES);
  return bytes[PACKING_AT] === 1
    ? unzstd(content, MAX_UNPACKED_BYTES)
    : content;
}

function damaged(key: string): LeapError {
  return new LeapError(
    'bad-upstream',
    `A file of the Icechunk repository is damaged, or of a version that is not known here: ${key.slice(0, 100)}`
  );
}
