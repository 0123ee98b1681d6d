import {
  LeapError,
  type TokenGrant,
  type TokenPlan,
  type TokenReach,
  type TokenWish
} from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { Loadable, ObservableModel } from '../../../loadable';

/** How long a token stays on screen for somebody who asked to see it. */
const SHOWN_MS = 30_000;

/**
 * A token that was given, without the token.
 */
export interface IGiven {
  readonly wish: TokenWish;
  readonly reach: TokenReach;
  /** By the browser's own clock, in milliseconds. */
  readonly endsAtMs: number;
}

/**
 * All that the dialog for temporary access shows.
 */
export interface ITokenState {
  /** What the token would be able to do. */
  readonly plan: Loadable<TokenPlan>;
  /** The last token given; the token itself stands nowhere in it. */
  readonly given: Loadable<IGiven>;
  /** The token, for as long as somebody asked to see it. */
  readonly shown: string | null;
}

/**
 * Gets temporary tokens. One is kept in memory until the dialog closes or it ends, and nowhere else.
 */
export class TokenModel extends ObservableModel<ITokenState> {
  constructor(private readonly _client: ILeapClient) {
    super({ plan: Loadable.idle, given: Loadable.idle, shown: null });
  }

  /**
   * Find out what a token for this wish would be able to do. A later wish takes the place of this one.
   */
  async consider(wish: TokenWish): Promise<void> {
    this._considering?.abort();
    const considering = new AbortController();
    this._considering = considering;
    this._set({ plan: Loadable.loading(Loadable.idle) });
    const plan = await Loadable.settled(
      Loadable.idle,
      this._client.ask(
        'token/plan',
        wish,
        AbortSignal.any([considering.signal, this.lifetime])
      )
    );
    if (!considering.signal.aborted) {
      this._set({ plan });
    }
  }

  /**
   * Get a token that can do no more than the plan says.
   *
   * @returns The token, to be handed on at once.
   * @throws LeapError as the server does, `precondition` while there is no plan.
   */
  async take(wish: TokenWish): Promise<string> {
    const { plan } = this.state;
    if (plan.status !== 'ready') {
      throw new LeapError('precondition', 'What it can do is not known yet.');
    }
    this.forget();
    this._set({ given: Loadable.loading(Loadable.idle) });
    try {
      const atMost = plan.value.reach;
      const query = { ...wish, atMost };
      const grant = await this._client.ask('token/grant', query, this.lifetime);
      this._keep(grant, wish);
      return grant.token;
    } catch (reason) {
      this._set({ given: Loadable.failed(Loadable.idle, reason) });
      throw reason;
    }
  }

  /** The token that was given, once more; null when it ended. */
  again(): string | null {
    return this._token;
  }

  /** Show the token, for half a minute. */
  show(): void {
    this._set({ shown: this._token });
    clearTimeout(this._hiding);
    this._hiding = setTimeout(() => {
      this.hide();
    }, SHOWN_MS);
  }

  hide(): void {
    clearTimeout(this._hiding);
    this._set({ shown: null });
  }

  /** Let go of the token. */
  forget(): void {
    this._token = null;
    clearTimeout(this._ending);
    this.hide();
    this._set({ given: Loadable.idle });
  }

  override dispose(): void {
    this.forget();
    super.dispose();
  }

  private _keep(grant: TokenGrant, wish: TokenWish): void {
    if (this.isDisposed) {
      return;
    }
    const { token, lifetimeSeconds, reach } = grant;
    this._token = token;
    this._ending = setTimeout(() => {
      this.forget();
    }, lifetimeSeconds * 1000);
    const endsAtMs = Date.now() + lifetimeSeconds * 1000;
    this._set({ given: Loadable.ready({ wish, reach, endsAtMs }) });
  }

  private _set(change: Partial<ITokenState>): void {
    this.publish({ ...this.state, ...change });
  }

  private _token: string | null = null;
  private _considering: AbortController | undefined;
  private _ending: ReturnType<typeof setTimeout> | undefined;
  private _hiding: ReturnType<typeof setTimeout> | undefined;
}
