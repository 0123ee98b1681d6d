import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import {
  tooLarge,
  type ByteRange,
  type ISource
} from '../../../src/service/contents/source';

/**
 * A folder of this machine as a source, which counts what is read of it. Without `canList`, like a web server.
 */
export class DirectorySource implements ISource {
  constructor(
    private readonly _folder: string,
    private readonly _canList = true
  ) {}

  /** Keys in the order in which they were read. */
  readonly asked: string[] = [];
  bytesRead = 0;

  async read(key: string, maxBytes: number): Promise<Uint8Array | null> {
    const bytes = await this._load(key);
    if (bytes && bytes.length > maxBytes) {
      throw tooLarge(key, maxBytes);
    }
    this.bytesRead += bytes?.length ?? 0;
    return bytes;
  }

  async readRange(key: string, range: ByteRange): Promise<Uint8Array | null> {
    const bytes = await this._load(key);
    const part =
      bytes &&
      ('last' in range
        ? bytes.subarray(Math.max(0, bytes.length - range.last))
        : bytes.subarray(range.offset, range.offset + range.length));
    this.bytesRead += part?.length ?? 0;
    return part;
  }

  async sizeOf(key: string): Promise<number | null> {
    return (await this._load(key))?.length ?? null;
  }

  async list(
    folder: string,
    _signal: AbortSignal,
    depth: 'direct' | 'all' = 'direct'
  ) {
    if (!this._canList) {
      return null;
    }
    if (depth === 'all') {
      return { folders: [], keys: await this._all(folder), isComplete: true };
    }
    const entries = await readdir(join(this._folder, folder), {
      withFileTypes: true
    });
    const names = (isFolder: boolean) =>
      entries
        .filter(entry => entry.isDirectory() === isFolder)
        .map(({ name }) => name);
    return {
      folders: names(true).map(name => `${name}/`),
      keys: names(false),
      isComplete: true
    };
  }

  private async _all(folder: string): Promise<string[]> {
    const entries = await readdir(join(this._folder, folder), {
      recursive: true,
      withFileTypes: true
    });
    return entries
      .filter(entry => entry.isFile())
      .map(({ name, parentPath }) =>
        relative(join(this._folder, folder), join(parentPath, name))
      )
      .sort();
  }

  private async _load(key: string): Promise<Uint8Array | null> {
    this.asked.push(key);
    return readFile(join(this._folder, key)).catch(() => null);
  }
}
