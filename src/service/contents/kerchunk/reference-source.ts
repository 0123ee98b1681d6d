import { LeapError } from '../../../contract';
import {
  tooLarge,
  type ByteRange,
  type IListedKeys,
  type ISource
} from '../source';
import type { Reference } from './references';

/** Opens the file that an address of a reference names; read with the empty key. */
export type OpenFile = (url: string) => Promise<ISource>;

/** Where the pieces of a virtual store are. */
export interface IReferences {
  /** Null: there is no such key. */
  get(
    key: string,
    signal: AbortSignal
  ): Reference | null | Promise<Reference | null>;

  list(folder: string): { keys: string[]; folders: string[] };
}

/**
 * A virtual store: its keys are pieces of other files.
 */
export class ReferenceSource implements ISource {
  constructor(
    private readonly _references: IReferences,
    private readonly _open: OpenFile
  ) {}

  async read(
    key: string,
    maxBytes: number,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    const reference = await this._references.get(key, signal);
    switch (reference?.kind) {
      case undefined:
        return null;
      case 'inline':
        return within(key, reference.bytes, maxBytes);
      case 'whole':
        return (await this._file(reference.url)).read('', maxBytes, signal);
      case 'part':
        if (reference.range.length > maxBytes) {
          throw tooLarge(key, maxBytes);
        }
        return this._part(reference, signal);
    }
  }

  async readRange(
    key: string,
    range: ByteRange,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    const reference = await this._references.get(key, signal);
    switch (reference?.kind) {
      case undefined:
        return null;
      case 'inline':
        return part(reference.bytes, range);
      case 'whole':
        return (await this._file(reference.url)).readRange('', range, signal);
      case 'part': {
        const { offset, length } = reference.range;
        const inner =
          'last' in range
            ? {
                offset: offset + Math.max(0, length - range.last),
                length: Math.min(length, range.last)
              }
            : {
                offset: offset + range.offset,
                length: Math.max(
                  0,
                  Math.min(range.length, length - range.offset)
                )
              };
        return this._part({ ...reference, range: inner }, signal);
      }
    }
  }

  async sizeOf(key: string, signal: AbortSignal): Promise<number | null> {
    const reference = await this._references.get(key, signal);
    switch (reference?.kind) {
      case undefined:
        return null;
      case 'inline':
        return reference.bytes.length;
      case 'whole':
        return (await this._file(reference.url)).sizeOf('', signal);
      case 'part':
        return reference.range.length;
    }
  }

  list(folder: string): Promise<IListedKeys> {
    return Promise.resolve({
      ...this._references.list(folder),
      isComplete: true
    });
  }

  private async _part(
    { url, range }: Extract<Reference, { kind: 'part' }>,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    const bytes = await (await this._file(url)).readRange('', range, signal);
    if (bytes === null) {
      throw new LeapError(
        'not-found',
        `The file that the references point to is not there, or may not be read: ${url.slice(0, 200)}`
      );
    }
    return bytes;
  }

  private _file(url: string): Promise<ISource> {
    let file = this._files.get(url);
    if (!file) {
      file = this._open(url);
      this._files.set(url, file);
    }
    return file;
  }

  private readonly _files = new Map<string, Promise<ISource>>();
}

function within(key: string, bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes.length > maxBytes) {
    throw tooLarge(key, maxBytes);
  }
  return bytes;
}

function part(bytes: Uint8Array, range: ByteRange): Uint8Array {
  return 'last' in range
    ? bytes.subarray(Math.max(0, bytes.length - range.last))
    : bytes.subarray(range.offset, range.offset + range.length);
}
