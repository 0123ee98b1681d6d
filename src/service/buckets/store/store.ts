import type { IAccess } from '../requests/access';
import { Asker, type IRequest } from '../requests/asker';
import type { Exchange, IAnswer } from '../requests/exchange';
import type { Urgency } from '../requests/urgency';
import {
  LISTED,
  READ,
  readMedia,
  readSize,
  type MediaAnswer
} from './object-answer';
import {
  mediaAddress,
  rangeHeader,
  sizeAddress,
  type IObjectBytes,
  type IObjectQuery
} from './object-query';
import { readPage, type IPage } from './page';
import { pageAddress, type IPageQuery } from './page-query';
import {
  readResource,
  resourceAddress,
  RESOURCE,
  type IResourceQuery
} from './resource-query';
import { readSizedPage } from './sized-page';
import type { ISizedPage } from './sized-objects';

/**
 * The storage service, a page or an object at a time: asked again while that can help, and as anybody where the
 * credentials are absent or refused.
 */
export class GcsStore {
  constructor(options: GcsStore.IOptions) {
    this._access = options.access;
    this._exchange = options.exchange;
    this._asker = new Asker(options);
  }

  /**
   * @throws LeapError with a sentence for the user; `StaleTokenError` when the page token expired.
   */
  async page(
    query: IPageQuery,
    urgency: Urgency,
    signal: AbortSignal
  ): Promise<IPage> {
    const request: IRequest<IAnswer> = {
      bucket: query.bucket,
      hasToken: typeof query.pageToken === 'string',
      answers: LISTED,
      send: headers =>
        this._exchange.get(
          pageAddress(this._access.baseUrl, query),
          headers,
          signal
        )
    };
    return this._asker.insist(request, urgency, signal, ({ body }) =>
      readPage(body)
    );
  }

  /**
   * A page of objects to count, in columns.
   *
   * @throws LeapError with a sentence for the user; `StaleTokenError` when the page token expired.
   */
  async sizes(
    query: Omit<IPageQuery, 'columns' | 'folded'>,
    urgency: Urgency,
    signal: AbortSignal
  ): Promise<ISizedPage> {
    const address = pageAddress(this._access.baseUrl, {
      ...query,
      columns: 'sizes',
      folded: false
    });
    const request: IRequest<MediaAnswer> = {
      bucket: query.bucket,
      hasToken: typeof query.pageToken === 'string',
      answers: LISTED,
      send: headers => this._exchange.getWhole(address, headers, signal)
    };
    return this._asker.insist(request, urgency, signal, ({ bytes }) =>
      readSizedPage(bytes)
    );
  }

  /**
   * Bytes of an object; null: there is no such object.
   *
   * @throws LeapError with a sentence for the user.
   */
  async object(
    query: IObjectQuery,
    urgency: Urgency,
    signal: AbortSignal
  ): Promise<IObjectBytes | null> {
    const send = async (
      headers: Readonly<Record<string, string>>
    ): Promise<MediaAnswer> => {
      const answer = await this._exchange.getBytes(
        mediaAddress(this._access.baseUrl, query),
        {
          // Else what is stored packed would be unpacked on the way, and ranges of it are refused.
          'accept-encoding': 'gzip',
          range: rangeHeader(query),
          ...headers
        },
        query.maxBytes,
        signal
      );
      const isMedia = answer.status === 200 || answer.status === 206;
      return { ...answer, body: isMedia ? '' : answer.bytes.toString('utf8') };
    };
    const { bucket } = query;
    const found = await this._asker.insist(
      { bucket, hasToken: false, answers: READ, send },
      urgency,
      signal,
      answer => readMedia(answer, bucket)
    );
    return found.object;
  }

  /**
   * The size of an object in bytes; null: there is no such object.
   *
   * @throws LeapError with a sentence for the user.
   */
  async objectBytes(
    object: Pick<IObjectQuery, 'bucket' | 'name' | 'payer'>,
    urgency: Urgency,
    signal: AbortSignal
  ): Promise<number | null> {
    const request: IRequest<IAnswer> = {
      bucket: object.bucket,
      hasToken: false,
      answers: READ,
      send: headers =>
        this._exchange.get(
          sizeAddress(this._access.baseUrl, object),
          headers,
          signal
        )
    };
    const found = await this._asker.insist(request, urgency, signal, answer =>
      readSize(answer, object.bucket)
    );
    return found.bytes;
  }

  /**
   * Fields of a bucket or of an object.
   *
   * @throws LeapError with a sentence for the user; `not-found` when there is no such bucket or object.
   */
  async resource(
    query: IResourceQuery,
    urgency: Urgency,
    signal: AbortSignal
  ): Promise<Readonly<Record<string, unknown>>> {
    const request: IRequest<IAnswer> = {
      bucket: query.bucket,
      hasToken: false,
      answers: RESOURCE,
      send: headers =>
        this._exchange.get(
          resourceAddress(this._access.baseUrl, query),
          headers,
          signal
        )
    };
    const found = await this._asker.insist(request, urgency, signal, answer =>
      readResource(answer, query)
    );
    return found;
  }

  /**
   * Whether a bucket opened without credentials, and is read so from then on.
   */
  isOpenedAsAnybody(bucket: string): boolean {
    return this._asker.isAskedAsAnybody(bucket);
  }

  /**
   * Close the kept connections.
   */
  dispose(): void {
    this._exchange.dispose();
  }

  private readonly _access: IAccess;
  private readonly _exchange: Exchange;
  private readonly _asker: Asker;
}

/** What a folder is measured through. */
export type MeasuredStore = Pick<GcsStore, 'page' | 'sizes'>;

/** Options of a `GcsStore`. */
export namespace GcsStore {
  export interface IOptions extends Asker.IOptions {
    readonly exchange: Exchange;
  }
}
