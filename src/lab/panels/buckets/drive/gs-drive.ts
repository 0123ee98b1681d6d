import type { Contents, ServerConnection } from '@jupyterlab/services';
import { Signal, type ISignal } from '@lumino/signaling';
import { LeapError, type ObjectQuery } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { DRIVE, readDrivePath } from './drive-path';
import { isNotebook, isPicture, MAX_BYTES, pictureType } from './opened-as';
import { readNotebook } from './read-notebook';

/**
 * Objects of buckets as read-only documents of JupyterLab. Whatever would change something is refused here, and there
 * is no route that could.
 */
export class GsDrive implements Contents.IDrive {
  /**
   * @param payerOf - The user's project that pays for a bucket; undefined: none.
   */
  constructor(
    private readonly _client: ILeapClient,
    readonly serverSettings: ServerConnection.ISettings,
    private readonly _payerOf: (bucket: string) => string | undefined
  ) {}

  readonly name = DRIVE;

  get fileChanged(): ISignal<this, Contents.IChangedArgs> {
    return this._fileChanged;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    this._isDisposed = true;
    Signal.clearData(this);
  }

  /**
   * @throws LeapError `too-large`, `bad-request` for what is no text, and what the server answers.
   */
  async get(
    localPath: string,
    options: Contents.IFetchOptions = {}
  ): Promise<Contents.IModel> {
    const query = this._query(localPath);
    if (query.name === '' || localPath.endsWith('/')) {
      return folder(localPath);
    }
    const { bytes, updatedAt } = await this._client.ask(
      'buckets/object',
      query
    );
    const model: Contents.IModel = {
      ...readOnly(localPath, updatedAt ?? ''),
      type: isNotebook(query.name) ? 'notebook' : 'file',
      size: bytes,
      // Never the object's own type: no viewer may take it for a page or a script.
      mimetype: isPicture(query.name) ? pictureType(query.name) : 'text/plain',
      format: null,
      content: null
    };
    if (options.content === false) {
      return model;
    }
    if (bytes > MAX_BYTES) {
      throw new LeapError(
        'too-large',
        'Objects up to 10 MB are opened here. Insert the code that reads it instead.'
      );
    }
    const data = await this._client.bytes('buckets/download', query);
    return { ...model, ...contentOf(query.name, data) };
  }

  getDownloadUrl(localPath: string): Promise<string> {
    return Promise.resolve(
      this._client.address('buckets/download', this._query(localPath))
    );
  }

  newUntitled = refuse;
  delete = refuse;
  rename = refuse;
  save = refuse;
  copy = refuse;
  createCheckpoint = refuse;
  restoreCheckpoint = refuse;
  deleteCheckpoint = refuse;

  listCheckpoints(): Promise<Contents.ICheckpointModel[]> {
    return Promise.resolve([]);
  }

  private _query(localPath: string): ObjectQuery {
    const place = readDrivePath(localPath);
    const payer = this._payerOf(place.bucket);
    return payer === undefined ? place : { ...place, payer };
  }

  private _isDisposed = false;
  private readonly _fileChanged = new Signal<this, Contents.IChangedArgs>(this);
}

function readOnly(
  path: string,
  at: string
): Pick<
  Contents.IModel,
  'name' | 'path' | 'writable' | 'created' | 'last_modified'
> {
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    writable: false,
    created: at,
    last_modified: at
  };
}

/** JupyterLab asks for the folder of a document that it opens; the Buckets section is where folders are read. */
function folder(path: string): Contents.IModel {
  return {
    ...readOnly(path, ''),
    type: 'directory',
    mimetype: '',
    format: 'json',
    content: []
  };
}

function contentOf(
  name: string,
  data: Uint8Array<ArrayBuffer>
): Pick<Contents.IModel, 'format' | 'content'> {
  if (isPicture(name)) {
    let binary = '';
    for (let at = 0; at < data.length; at += 0x8000) {
      binary += String.fromCharCode(...data.subarray(at, at + 0x8000));
    }
    return { format: 'base64', content: btoa(binary) };
  }
  const text = decode(data);
  return isNotebook(name)
    ? { format: 'json', content: readNotebook(text) }
    : { format: 'text', content: text };
}

function decode(data: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch (cause) {
    throw new LeapError(
      'bad-request',
      'This object is not text. Insert the code that reads it instead.',
      { cause }
    );
  }
}

function refuse(): Promise<never> {
  return Promise.reject(
    new LeapError(
      'forbidden',
      'This document is read-only: nothing is changed in a bucket from here. Use “Save As” to keep a copy in your home.'
    )
  );
}
