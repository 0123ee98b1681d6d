import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import { Token } from '@lumino/coreutils';
import {
  API_NAMESPACE,
  LeapError,
  routes,
  type AskRoute,
  type FileRoute,
  type Item,
  type Query,
  type Reply,
  type Route,
  type StreamRoute
} from '../contract';
import { readLines } from './lines';
import { failureOf, networkFailure, tooLong } from './failure';

/** What every proxy on the way lets through; the longest name of an object, twice encoded, has about 5,000. */
const LONGEST_ADDRESS = 8000;

/**
 * Asks the server side of the extension.
 */
export interface ILeapClient {
  /**
   * @throws LeapError for every failure, the network's and a wrong answer's included; `cancelled` when the signal aborts.
   */
  ask<R extends AskRoute>(
    route: R,
    query: Query<R>,
    signal?: AbortSignal
  ): Promise<Reply<R>>;

  /**
   * Items as they come. Stopping the iteration stops the work on the server.
   *
   * @throws LeapError as `ask` does, also when the answer stops without saying that it ended.
   */
  stream<R extends StreamRoute>(
    route: R,
    query: Query<R>,
    signal?: AbortSignal
  ): AsyncIterable<Item<R>>;

  /**
   * A file, whole.
   *
   * @throws LeapError as `ask` does, also when the file is cut off.
   */
  bytes<R extends FileRoute>(
    route: R,
    query: Query<R>,
    signal?: AbortSignal
  ): Promise<Uint8Array<ArrayBuffer>>;

  /** Where the browser itself gets a file, as a download. */
  address<R extends FileRoute>(route: R, query: Query<R>): string;
}

export const ILeapClient = new Token<ILeapClient>(
  'jupyterlab-leap:ILeapClient',
  'Asks the server side of the LEAP extension.'
);

/**
 * The client over the Jupyter server's own connection: its address, its token, its XSRF cookie.
 */
export class LeapClient implements ILeapClient {
  constructor(settings: ServerConnection.ISettings) {
    // With `no-store` the connection adds the time to every address, a field that no query has;
    // the server forbids keeping answers anyway.
    const init: RequestInit = { ...settings.init, cache: 'default' };
    this._settings = { ...settings, init };
  }

  async ask<R extends AskRoute>(
    route: R,
    query: Query<R>,
    signal?: AbortSignal
  ): Promise<Reply<R>> {
    const response = await this._request(route, query, signal);
    const value: unknown = await response.json().catch(notOurs);
    const checked = routes[route].reply.safeParse(value);
    if (!checked.success) {
      throw mismatch(checked.error);
    }
    return checked.data as Reply<R>;
  }

  async *stream<R extends StreamRoute>(
    route: R,
    query: Query<R>,
    signal?: AbortSignal
  ): AsyncGenerator<Item<R>> {
    const stop = new AbortController();
    const both = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
    try {
      const response = await this._request(route, query, both);
      for await (const value of readLines(response)) {
        const checked = routes[route].item.safeParse(value);
        if (!checked.success) {
          throw mismatch(checked.error);
        }
        yield checked.data as Item<R>;
      }
    } catch (reason) {
      throw both.aborted
        ? new LeapError('cancelled', 'Cancelled.', { cause: reason })
        : LeapError.from(reason);
    } finally {
      stop.abort();
    }
  }

  async bytes<R extends FileRoute>(
    route: R,
    query: Query<R>,
    signal?: AbortSignal
  ): Promise<Uint8Array<ArrayBuffer>> {
    const response = await this._request(route, query, signal);
    const body = await response.arrayBuffer().catch((reason: unknown) => {
      throw signal?.aborted ? networkFailure(reason, signal) : notOurs(reason);
    });
    return new Uint8Array(body);
  }

  address<R extends FileRoute>(route: R, query: Query<R>): string {
    const url = URLExt.join(this._settings.baseUrl, API_NAMESPACE, route);
    // As JupyterLab's own downloads do: a link cannot carry it in a header.
    const xsrf = /\b_xsrf=([^;]*)/.exec(document.cookie)?.[1];
    return (
      url +
      URLExt.objectToQueryString({
        ...query,
        ...(xsrf === undefined ? {} : { _xsrf: xsrf })
      })
    );
  }

  private async _request(
    route: Route,
    query: Query<Route>,
    signal: AbortSignal | undefined
  ): Promise<Response> {
    const { method } = routes[route];
    const path = URLExt.join(this._settings.baseUrl, API_NAMESPACE, route);
    const url =
      method === 'GET' ? path + URLExt.objectToQueryString({ ...query }) : path;
    if (url.length > LONGEST_ADDRESS) {
      throw tooLong();
    }
    const body =
      method === 'GET'
        ? {}
        : {
            body: JSON.stringify(query),
            headers: { 'Content-Type': 'application/json' }
          };
    const response = await this._fetch(url, { method, ...body }, signal);
    if (!response.ok || !isOurs(response)) {
      throw await failureOf(response, () => this._isSignedIn(signal));
    }
    return response;
  }

  /** Whether Jupyter knows the user: this answers whoever is signed in, whatever they may do. */
  private async _isSignedIn(signal: AbortSignal | undefined): Promise<boolean> {
    const url = URLExt.join(this._settings.baseUrl, 'api/me');
    const response = await this._fetch(url, { method: 'GET' }, signal);
    // A hub sends its sign-in page in place of an answer.
    return response.ok && isOurs(response);
  }

  private _fetch(
    url: string,
    init: RequestInit,
    signal: AbortSignal | undefined
  ): Promise<Response> {
    return ServerConnection.makeRequest(
      url,
      { ...init, signal: signal ?? null },
      this._settings
    ).catch((reason: unknown) => {
      throw networkFailure(reason, signal);
    });
  }

  private readonly _settings: ServerConnection.ISettings;
}

/** Data, and not a page for people. */
function isOurs(response: Response): boolean {
  const type = response.headers.get('Content-Type') ?? '';
  return /^application\/((x-nd)?json|octet-stream)\b/.test(type);
}

function mismatch(cause: Error): LeapError {
  return new LeapError(
    'internal',
    'The browser and the server run different versions of the extension. Reload this page.',
    { cause }
  );
}

function notOurs(cause: unknown): never {
  throw new LeapError('bad-upstream', 'The answer was cut off.', { cause });
}
