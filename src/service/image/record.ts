import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';

/** A package's record is some kilobytes, with its list of files up to a few megabytes. */
const MAX_RECORD_BYTES = 32 << 20;

/**
 * A piece of a package's record.
 */
export interface IRecordPart {
  readonly text: string;
  /** When the record was last written, in milliseconds since 1970. */
  readonly writtenMs: number;
}

/**
 * Up to `bytes` from the beginning or the end of a package's record.
 *
 * @returns null when it is not a plain file, is enormous, or cannot be read.
 */
export async function readPart(
  path: string,
  part: 'start' | 'end',
  bytes: number
): Promise<IRecordPart | null> {
  try {
    // Opening a FIFO would wait for a writer that never comes.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const info = await file.stat();
      if (!info.isFile() || info.size > MAX_RECORD_BYTES) {
        return null;
      }
      const position = part === 'start' ? 0 : Math.max(0, info.size - bytes);
      const { buffer, bytesRead } = await file.read(
        Buffer.alloc(bytes),
        0,
        bytes,
        position
      );
      return {
        text: buffer.toString('latin1', 0, bytesRead),
        writtenMs: info.mtimeMs
      };
    } finally {
      await file.close();
    }
  } catch {
    // Counted by the caller; the list goes on without it.
    return null;
  }
}

/**
 * When a record's place last changed; null when that cannot be told. A wheel may carry the times of its own
 * making, its folder is always new.
 */
export async function changedMs(path: string): Promise<number | null> {
  return stat(path).then(
    info => info.mtimeMs,
    () => null
  );
}

/**
 * The names in a directory of records; null when it is there and cannot be read.
 */
export async function listRecords(directory: string): Promise<string[] | null> {
  try {
    return await readdir(directory);
  } catch (reason) {
    const isAbsent =
      typeof reason === 'object' &&
      reason !== null &&
      'code' in reason &&
      (reason.code === 'ENOENT' || reason.code === 'ENOTDIR');
    return isAbsent ? [] : null;
  }
}
