import type { ByteRange, IListedKeys, ISource } from '../source';
import { pieceOf, type IPiece, type OpenFile } from './pieces';
import type { Reference } from './references';

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
    const piece = await this._piece(key, signal);
    return piece && piece.read(maxBytes, signal);
  }

  async readRange(
    key: string,
    range: ByteRange,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    const piece = await this._piece(key, signal);
    return piece && piece.readRange(range, signal);
  }

  async sizeOf(key: string, signal: AbortSignal): Promise<number | null> {
    const piece = await this._piece(key, signal);
    return piece && piece.size(signal);
  }

  list(folder: string): Promise<IListedKeys> {
    return Promise.resolve({
      ...this._references.list(folder),
      isComplete: true
    });
  }

  private async _piece(
    key: string,
    signal: AbortSignal
  ): Promise<IPiece | null> {
    const reference = await this._references.get(key, signal);
    return reference && pieceOf(key, reference, url => this._file(url));
  }

  /** Each file is opened once; one that could not be is tried again. */
  private _file(url: string): Promise<ISource> {
    let file = this._files.get(url);
    if (!file) {
      file = this._open(url);
      this._files.set(url, file);
      file.catch(() => this._files.delete(url));
    }
    return file;
  }

  private readonly _files = new Map<string, Promise<ISource>>();
}
