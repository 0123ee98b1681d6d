import type { LeapError } from '../../../contract';
import type { IAccess } from './access';
import { ExchangeError, type IAnswer } from './exchange';
import type { Limiter } from './limiter';
import type { Urgency } from './urgency';
import { cutOff, lost, readRefusal, refused } from './refusal';
import {
  delayMs,
  INSISTENCE,
  MAX_DEAD_TRIES,
  MAX_TRIES,
  type IPatience
} from './retry';

/** Who is asked as: with the server's credentials, or as anybody. */
type Identity = 'credentials' | 'anybody';

/** The page token is not accepted any more: go on by name. */
export class StaleTokenError extends Error {
  override readonly name = 'StaleTokenError';
}

type Send<A> = (headers: Readonly<Record<string, string>>) => Promise<A>;

/**
 * One question to the storage service, whatever its answer is.
 */
export interface IRequest<A extends IAnswer> {
  readonly bucket: string;
  /** It continues a listing by its page token. */
  readonly hasToken: boolean;
  /** The statuses that are no refusal. */
  readonly answers: ReadonlySet<number>;
  readonly send: Send<A>;
}

/**
 * Asks the storage service one thing at a time: again while that can help, and as anybody where the credentials are
 * absent or refused.
 */
export class Asker {
  constructor(options: Asker.IOptions) {
    this._access = options.access;
    this._limiter = options.limiter;
    this._patience = options.patience;
  }

  /**
   * Ask until there is an answer that `read` understands, or no more hope.
   *
   * @param read - Null: the answer was cut off, ask again.
   * @throws LeapError with a sentence for the user; `StaleTokenError` when the page token expired.
   */
  async insist<A extends IAnswer, T>(
    request: IRequest<A>,
    urgency: Urgency,
    signal: AbortSignal,
    read: (answer: A) => T | null
  ): Promise<T> {
    const most = INSISTENCE[urgency];
    let dead = 0;
    let waitedMs = 0;
    for (let tries = 1; ; tries += 1) {
      const attempt = await this._try(request, urgency, signal, read);
      if (attempt.kind === 'done') {
        return attempt.value;
      }
      dead += attempt.isDead ? 1 : 0;
      const waitMs = delayMs(
        tries,
        attempt.afterMs,
        most.delayMs,
        this._patience.random
      );
      waitedMs += waitMs;
      if (
        tries >= MAX_TRIES ||
        dead >= MAX_DEAD_TRIES ||
        waitedMs > most.waitedMs
      ) {
        throw attempt.error;
      }
      await this._patience.sleep(waitMs, signal);
    }
  }

  /**
   * Whether a bucket opened for anybody when it was last asked.
   */
  isAskedAsAnybody(bucket: string): boolean {
    return this._identities.get(bucket) === 'anybody';
  }

  private async _try<A extends IAnswer, T>(
    request: IRequest<A>,
    urgency: Urgency,
    signal: AbortSignal,
    read: (answer: A) => T | null
  ): Promise<Attempt<T>> {
    try {
      return understand(
        await this._ask(request, urgency, signal),
        request,
        read
      );
    } catch (reason) {
      if (!(reason instanceof ExchangeError)) {
        throw reason;
      }
      return again(lost(reason), { isDead: reason.kind !== 'broken' });
    }
  }

  /**
   * Ask with the credentials, once more with new ones when they are not accepted, then as anybody. A bucket that
   * opened for anybody is asked so from then on.
   */
  private async _ask<A extends IAnswer>(
    request: IRequest<A>,
    urgency: Urgency,
    signal: AbortSignal
  ): Promise<A> {
    const send: Send<A> = headers =>
      this._limiter.run(() => this._send(request, headers), urgency, signal);
    if (this._identities.get(request.bucket) === 'anybody') {
      const answer = await send({});
      if (!isUnauthorised(answer)) {
        return answer;
      }
      this._identities.delete(request.bucket);
    }
    const mine = await this._headers(false);
    if (mine.headers === null) {
      return this._askAsAnybody(send, request, mine.state, null);
    }
    let answer = await send(mine.headers);
    if (answer.status === 401) {
      const renewed = await this._headers(true);
      answer = renewed.headers === null ? answer : await send(renewed.headers);
    }
    return isUnauthorised(answer) && !isBusy(answer, request.bucket)
      ? this._askAsAnybody(send, request, 'used', answer)
      : answer;
  }

  private async _askAsAnybody<A extends IAnswer>(
    send: Send<A>,
    { bucket }: IRequest<A>,
    credentials: 'absent' | 'broken' | 'used',
    refusal: A | null
  ): Promise<A> {
    let answer = await send({});
    if (answer.status === 401 && credentials !== 'used') {
      // As with credentials, one 401 may be a hiccup; they may also have come in the meantime.
      const found = await this._headers(true);
      answer = await send(found.headers ?? {});
    }
    if (answer.status === 200 || answer.status === 206) {
      this._identities.set(bucket, 'anybody');
      return answer;
    }
    if (isUnauthorised(answer) && !isBusy(answer, bucket)) {
      // The first refusal says more: anybody is refused everywhere.
      const { status } = refusal ?? answer;
      throw refused(bucket, status === 403 ? 403 : 401, credentials);
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

  private async _send<A extends IAnswer>(
    request: IRequest<A>,
    headers: Readonly<Record<string, string>>
  ): Promise<A> {
    const answer = await request.send(headers);
    if (isBusy(answer, request.bucket)) {
      this._limiter.refused();
    } else {
      this._limiter.accepted();
    }
    return answer;
  }

  private readonly _access: IAccess;
  private readonly _limiter: Limiter;
  private readonly _patience: IPatience;
  private readonly _identities = new Map<string, Identity>();
}

/** Options of an `Asker`. */
export namespace Asker {
  export interface IOptions {
    readonly access: IAccess;
    readonly limiter: Limiter;
    readonly patience: IPatience;
  }
}

type Attempt<T> =
  | { kind: 'done'; value: T }
  | { kind: 'again'; error: LeapError; afterMs: number; isDead: boolean };

function again(
  error: LeapError,
  { afterMs = 0, isDead = false } = {}
): Attempt<never> {
  return { kind: 'again', error, afterMs, isDead };
}

function understand<A extends IAnswer, T>(
  answer: A,
  { bucket, hasToken, answers }: IRequest<A>,
  read: (answer: A) => T | null
): Attempt<T> {
  if (answers.has(answer.status)) {
    const value = read(answer);
    return value === null ? again(cutOff()) : { kind: 'done', value };
  }
  const refusal = readRefusal(answer, bucket, hasToken);
  switch (refusal.kind) {
    case 'again':
      return again(refusal.error, { afterMs: refusal.afterMs });
    case 'stale':
      throw new StaleTokenError('The page token expired.');
    case 'unauthorised':
      throw refused(bucket, refusal.status, 'used');
    case 'final':
      throw refusal.error;
  }
}

function isUnauthorised(answer: IAnswer): boolean {
  return answer.status === 401 || answer.status === 403;
}

function isBusy(answer: IAnswer, bucket: string): boolean {
  if (answer.status !== 429 && answer.status !== 403) {
    return false;
  }
  const refusal = readRefusal(answer, bucket, false);
  return refusal.kind === 'again' && refusal.isBusy;
}
