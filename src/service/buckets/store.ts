import type { LeapError } from '../../contract';
import type { IAccess } from './access';
import { ExchangeError, type Exchange, type IAnswer } from './exchange';
import type { Limiter, Urgency } from './limiter';
import { readPage, type IPage } from './page';
import { pageAddress, type IPageQuery } from './page-query';
import { cutOff, lost, readRefusal, refused } from './refusal';
import { delayMs, MAX_DEAD_TRIES, MAX_TRIES, type IPatience } from './retry';

/** Who is asked as: with the server's credentials, or as anybody. */
type Identity = 'credentials' | 'anybody';

/** The page token is not accepted any more: go on by name. */
export class StaleTokenError extends Error {
  override readonly name = 'StaleTokenError';
}

/**
 * The storage service, one page at a time: asked again while that can help, and as anybody where the
 * credentials are absent or refused.
 */
export class GcsStore {
  constructor(options: GcsStore.IOptions) {
    this._access = options.access;
    this._exchange = options.exchange;
    this._limiter = options.limiter;
    this._patience = options.patience;
  }

  /**
   * @throws LeapError with a sentence for the user; `StaleTokenError` when the page token expired.
   */
  async page(
    query: IPageQuery,
    urgency: Urgency,
    signal: AbortSignal
  ): Promise<IPage> {
    let dead = 0;
    for (let tries = 1; ; tries += 1) {
      const attempt = await this._try(query, urgency, signal);
      if (attempt.kind === 'page') {
        return attempt.page;
      }
      dead += attempt.isDead ? 1 : 0;
      if (tries >= MAX_TRIES || dead >= MAX_DEAD_TRIES) {
        throw attempt.error;
      }
      await this._patience.sleep(
        delayMs(tries, attempt.afterMs, this._patience.random),
        signal
      );
    }
  }

  /**
   * Close the kept connections.
   */
  dispose(): void {
    this._exchange.dispose();
  }

  private async _try(
    query: IPageQuery,
    urgency: Urgency,
    signal: AbortSignal
  ): Promise<Attempt> {
    try {
      const answer = await this._ask(query, urgency, signal);
      return this._read(answer, query);
    } catch (reason) {
      if (!(reason instanceof ExchangeError)) {
        throw reason;
      }
      return again(lost(reason), { isDead: reason.kind !== 'broken' });
    }
  }

  private _read(answer: IAnswer, query: IPageQuery): Attempt {
    if (answer.status === 200) {
      const page = readPage(answer.body);
      return page === null ? again(cutOff()) : { kind: 'page', page };
    }
    const refusal = readRefusal(
      answer,
      query.bucket,
      typeof query.pageToken === 'string'
    );
    switch (refusal.kind) {
      case 'again':
        return again(refusal.error, { afterMs: refusal.afterMs });
      case 'stale':
        throw new StaleTokenError('The page token expired.');
      case 'unauthorised':
        throw refused(query.bucket, refusal.status, 'used');
      case 'final':
        throw refusal.error;
    }
  }

  /**
   * Ask with the credentials, once more with new ones when they are not accepted, then as anybody. A bucket that
   * opened for anybody is asked so from then on.
   */
  private async _ask(
    query: IPageQuery,
    urgency: Urgency,
    signal: AbortSignal
  ): Promise<IAnswer> {
    const send = (
      headers: Readonly<Record<string, string>>
    ): Promise<IAnswer> =>
      this._limiter.run(
        () => this._send(query, headers, signal),
        urgency,
        signal
      );
    if (this._identities.get(query.bucket) === 'anybody') {
      const answer = await send({});
      if (!isUnauthorised(answer)) {
        return answer;
      }
      this._identities.delete(query.bucket);
    }
    const mine = await this._headers(false);
    if (mine.headers === null) {
      return this._askAsAnybody(send, query, mine.state, null);
    }
    let answer = await send(mine.headers);
    if (answer.status === 401) {
      const renewed = await this._headers(true);
      answer = renewed.headers === null ? answer : await send(renewed.headers);
    }
    return isUnauthorised(answer) && !isBusy(answer, query)
      ? this._askAsAnybody(send, query, 'used', answer)
      : answer;
  }

  private async _askAsAnybody(
    send: (headers: Readonly<Record<string, string>>) => Promise<IAnswer>,
    query: IPageQuery,
    credentials: 'absent' | 'broken' | 'used',
    refusal: IAnswer | null
  ): Promise<IAnswer> {
    let answer = await send({});
    if (answer.status === 401 && credentials !== 'used') {
      // As with credentials, one 401 may be a hiccup; they may also have come in the meantime.
      const found = await this._headers(true);
      answer = await send(found.headers ?? {});
    }
    if (answer.status === 200) {
      this._identities.set(query.bucket, 'anybody');
      return answer;
    }
    if (isUnauthorised(answer) && !isBusy(answer, query)) {
      // The first refusal says more: anybody is refused everywhere.
      const { status } = refusal ?? answer;
      throw refused(query.bucket, status === 403 ? 403 : 401, credentials);
    }
    return answer;
  }

  private async _headers(renew: boolean): Promise<{
    headers: Readonly<Record<string, string>> | null;
    state: 'absent' | 'broken';
  }> {
    try {
      return { headers: await this._access.headers(renew), state: 'absent' };
    } catch {
      // What is public opens all the same; what is not is refused with this state in the sentence.
      return { headers: null, state: 'broken' };
    }
  }

  private async _send(
    query: IPageQuery,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal
  ): Promise<IAnswer> {
    const answer = await this._exchange.get(
      pageAddress(this._access.baseUrl, query),
      headers,
      signal
    );
    if (isBusy(answer, query)) {
      this._limiter.refused();
    } else {
      this._limiter.accepted();
    }
    return answer;
  }

  private readonly _access: IAccess;
  private readonly _exchange: Exchange;
  private readonly _limiter: Limiter;
  private readonly _patience: IPatience;
  private readonly _identities = new Map<string, Identity>();
}

/** Options of a `GcsStore`. */
export namespace GcsStore {
  export interface IOptions {
    readonly access: IAccess;
    readonly exchange: Exchange;
    readonly limiter: Limiter;
    readonly patience: IPatience;
  }
}

type Attempt =
  | { kind: 'page'; page: IPage }
  | { kind: 'again'; error: LeapError; afterMs: number; isDead: boolean };

function again(
  error: LeapError,
  { afterMs = 0, isDead = false } = {}
): Attempt {
  return { kind: 'again', error, afterMs, isDead };
}

function isUnauthorised(answer: IAnswer): boolean {
  return answer.status === 401 || answer.status === 403;
}

function isBusy(answer: IAnswer, query: IPageQuery): boolean {
  if (answer.status !== 429 && answer.status !== 403) {
    return false;
  }
  const refusal = readRefusal(answer, query.bucket, false);
  return refusal.kind === 'again' && refusal.isBusy;
}
