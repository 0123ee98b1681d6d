import { randomUUID } from 'node:crypto';
import type { IAnswer, ICall } from './call';
import { BytesContent } from './content';
import { Failure, invalid } from './failure';
import { readJson, textOf } from './json';
import { readMultipart } from './multipart';
import { readContentRange } from './content-range';
import { readMetadata } from './metadata';
import { checkObjectName } from './names';
import type { IStoredObject } from './object';
import { checkPreconditions } from './preconditions';
import type { Store } from './store';

/** The service keeps whole multiples of this of a chunk that is not the last. */
const CHUNK_BYTES = 256 * 1024;

interface ISession {
  readonly call: ICall;
  readonly body: Record<string, unknown>;
  readonly contentType: string | undefined;
  received: Buffer;
  done: IStoredObject | undefined;
}

/**
 * Uploads in the three forms of the JSON API.
 *
 * Source: https://cloud.google.com/storage/docs/uploads-downloads
 */
export class Uploads {
  constructor(private readonly _store: Store) {}

  /**
   * `objects.insert`: the object, or the address of a new session.
   *
   * @throws Failure
   */
  insert(call: ICall): IStoredObject | IAnswer {
    switch (call.query.get('uploadType')) {
      case 'media':
        return this._write(call, {}, call.body, call.headers['content-type']);
      case 'multipart': {
        const { body, bytes, contentType } = readMultipart(call);
        return this._write(call, body, bytes, contentType);
      }
      case 'resumable':
        return this._open(call);
      default:
        throw invalid('Invalid value for uploadType.', 'uploadType');
    }
  }

  /**
   * The name that an upload writes, whichever part of the request has it.
   */
  nameOf(call: ICall): string {
    const session = this._sessions.get(call.query.get('upload_id') ?? '');
    if (session !== undefined) {
      return nameIn(session.call, session.body);
    }
    switch (call.query.get('uploadType')) {
      case 'multipart':
        return nameIn(call, readMultipart(call).body);
      case 'resumable':
        return nameIn(call, call.method === 'POST' ? readJson(call.body) : {});
      default:
        return nameIn(call, {});
    }
  }

  /**
   * `PUT` to a session: a chunk, the rest, or the question how much has arrived.
   *
   * @throws Failure
   */
  resume(call: ICall): IStoredObject | IAnswer {
    const session = this._session(call);
    if (session.done !== undefined) {
      return session.done;
    }
    const { start, total } = readContentRange(call);
    if (start !== undefined) {
      this._append(session, call.body, start, total);
    }
    if (session.received.length !== total) {
      return progress(session.received.length);
    }
    session.done = this._write(
      session.call,
      session.body,
      session.received,
      session.contentType,
      call
    );
    return session.done;
  }

  /**
   * Lose what a session received beyond `keptBytes`, as the service may.
   */
  rollBack(call: ICall, keptBytes: number): IAnswer {
    const session = this._session(call);
    session.received = session.received.subarray(0, keptBytes);
    return progress(session.received.length);
  }

  /**
   * `DELETE` of a session; Google answers 499.
   */
  cancel(call: ICall): IAnswer {
    this._session(call);
    this._sessions.delete(call.query.get('upload_id') ?? '');
    return { status: 499 };
  }

  private _open(call: ICall): IAnswer {
    const id = randomUUID();
    const body = readJson(call.body);
    const name = nameIn(call, body);
    checkObjectName(name);
    checkPreconditions(
      call.query,
      this._store.bucket(call.bucket).find(name),
      false
    );
    const type = call.headers['x-upload-content-type'];
    this._sessions.set(id, {
      call,
      body,
      contentType: typeof type === 'string' ? type : undefined,
      received: Buffer.alloc(0),
      done: undefined
    });
    const query = new URLSearchParams({
      uploadType: 'resumable',
      name,
      upload_id: id
    });
    return {
      status: 200,
      headers: {
        location: `${call.origin}/upload/storage/v1/b/${call.bucket ?? ''}/o?${query.toString()}`,
        'x-guploader-uploadid': id
      }
    };
  }

  private _session(call: ICall): ISession {
    const session = this._sessions.get(call.query.get('upload_id') ?? '');
    if (session === undefined) {
      throw new Failure(404, 'notFound', 'The upload session does not exist.');
    }
    return session;
  }

  private _append(
    session: ISession,
    chunk: Buffer,
    start: number,
    total: number | undefined
  ): void {
    const known = session.received.length;
    if (start > known) {
      throw invalid(
        `Invalid request.  According to the Content-Range header, the upload offset is ${String(start)} byte(s), which exceeds already uploaded size of ${String(known)} byte(s).`
      );
    }
    const all = Buffer.concat([
      session.received,
      chunk.subarray(known - start)
    ]);
    session.received =
      all.length === total
        ? all
        : all.subarray(0, all.length - (all.length % CHUNK_BYTES));
  }

  private _write(
    call: ICall,
    body: Record<string, unknown>,
    bytes: Buffer,
    contentType: string | undefined,
    last = call
  ): IStoredObject {
    const bucket = this._store.bucket(call.bucket);
    const name = nameIn(call, body);
    checkPreconditions(call.query, bucket.find(name), false);
    const content = new BytesContent(bytes);
    checkSums(content, last, body);
    const encoding = call.query.get('contentEncoding');
    return this._store.write(bucket, name, content, {
      ...(contentType === undefined ? {} : { contentType }),
      ...(encoding === null ? {} : { contentEncoding: encoding }),
      ...readMetadata(body)
    });
  }

  private readonly _sessions = new Map<string, ISession>();
}

function nameIn(call: ICall, body: Record<string, unknown>): string {
  return call.query.get('name') ?? textOf(body, 'name') ?? '';
}

function progress(received: number): IAnswer {
  return {
    status: 308,
    headers: received === 0 ? {} : { range: `bytes=0-${String(received - 1)}` }
  };
}

function checkSums(
  content: BytesContent,
  call: ICall,
  body: Record<string, unknown>
): void {
  const header = String(call.headers['x-goog-hash'] ?? '');
  const crc32c = textOf(body, 'crc32c') ?? /crc32c=([^,]+)/.exec(header)?.[1];
  const md5 = textOf(body, 'md5Hash') ?? /md5=([^,]+)/.exec(header)?.[1];
  if (crc32c !== undefined && crc32c !== content.crc32c) {
    throw invalid(
      `Provided CRC32C "${crc32c}" doesn't match calculated CRC32C "${content.crc32c}".`
    );
  }
  if (md5 !== undefined && md5 !== content.md5Hash) {
    throw invalid(
      `Provided MD5 hash "${md5}" doesn't match calculated MD5 hash "${String(content.md5Hash)}".`
    );
  }
}
