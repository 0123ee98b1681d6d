import * as z from 'zod/mini';
import { LeapError } from '../../../contract';
import type { IServiceContext } from '../../config';
import { ask, type IAnswer } from '../../web/ask';

const WHO = 'The hub';

/** Hundreds of servers, each with what its user chose. */
const MAX_BYTES = 4 << 20;

/** The hub itself waits ten seconds for a server to come or to go before it answers. */
const CHANGE_TIMEOUT_MS = 45_000;

/** The hub's own words, where it has any. */
const Refusal = z.object({ message: z.string().check(z.minLength(1)) });

const MAX_WORDS = 200;

/**
 * The API of the hub that started this server, with this server's own token.
 *
 * @see https://jupyterhub.readthedocs.io/en/stable/reference/rest-api.html
 */
export class HubApi {
  private constructor(
    private readonly _url: string,
    private readonly _token: string
  ) {}

  /**
   * Null without a hub, or where this server was given no token for it.
   */
  static from({
    env,
    hubToken
  }: Pick<IServiceContext, 'env' | 'hubToken'>): HubApi | null {
    const url = URL.parse(env['JUPYTERHUB_API_URL']?.trim() ?? '');
    const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
    return url && isWeb && url.username === '' && hubToken
      ? new HubApi(url.origin + url.pathname.replace(/\/+$/, ''), hubToken)
      : null;
  }

  /**
   * What the hub knows about the owner of this server's token.
   *
   * @throws LeapError as `_answer` does, and `bad-upstream` when it is not JSON.
   */
  async whoami(signal: AbortSignal): Promise<unknown> {
    const path = '/user?include_stopped_servers=1';
    const { body } = await this._answer('GET', path, undefined, signal);
    if (body === null) {
      throw notJson();
    }
    return body;
  }

  /**
   * Start or stop one of a user's servers.
   *
   * @returns False: it still takes a while.
   * @throws LeapError as `_answer` does.
   */
  async change(
    method: 'POST' | 'DELETE',
    user: string,
    server: string,
    body: object | undefined,
    signal: AbortSignal
  ): Promise<boolean> {
    const place = server === '' ? 'server' : `servers/${pathPart(server)}`;
    const path = `/users/${pathPart(user)}/${place}`;
    const { status } = await this._answer(method, path, body, signal);
    return status !== 202;
  }

  /**
   * @throws LeapError `forbidden`, `not-found`, `bad-request` with the hub's own words, `rate-limited`,
   *   `unavailable`, `timed-out`, `bad-upstream`, `cancelled`.
   */
  private async _answer(
    method: string,
    path: string,
    body: object | undefined,
    signal: AbortSignal
  ): Promise<IAnswer> {
    const init = {
      method,
      headers: {
        Authorization: `token ${this._token}`,
        ...(body && { 'Content-Type': 'application/json' })
      },
      ...(body && { body: JSON.stringify(body) })
    };
    const limits = {
      maxBytes: MAX_BYTES,
      ...(method !== 'GET' && { timeoutMs: CHANGE_TIMEOUT_MS })
    };
    const answer = await ask(WHO, this._url + path, init, signal, limits);
    checkStatus(answer);
    return answer;
  }
}

function checkStatus({ status, body }: IAnswer): void {
  if (status >= 200 && status < 300) {
    return;
  }
  if (status === 401 || status === 403) {
    throw new LeapError(
      'forbidden',
      'The hub does not let this server’s token do that. The hub’s control panel can.'
    );
  }
  if (status === 404) {
    throw new LeapError('not-found', 'The hub knows no such server.');
  }
  if (status === 429 || status >= 500) {
    throw new LeapError(
      'unavailable',
      `The hub answered with status ${status}. Servers that run go on running.`
    );
  }
  const words = Refusal.safeParse(body);
  if (status < 400 || !words.success) {
    throw notJson();
  }
  const { message } = words.data;
  throw new LeapError(
    'bad-request',
    `The hub says: ${message.slice(0, MAX_WORDS)}`
  );
}

function notJson(): LeapError {
  return new LeapError(
    'bad-upstream',
    'The hub answered with a page in place of data. Reload this page to sign in again, or use the hub’s control panel.'
  );
}

/** A name as one part of a path: an address with `.` or `..` in it is another address. */
function pathPart(name: string): string {
  if (name === '.' || name === '..') {
    throw new LeapError('bad-request', 'No server can have this name.');
  }
  return encodeURIComponent(name);
}
