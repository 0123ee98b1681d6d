import {
  LeapError,
  TokenReach,
  type TokenGrant,
  type TokenPlan,
  type TokenQuery,
  type TokenWish
} from '../../contract';
import type { IServiceContext } from '../config';
import { log } from '../log';
import { accessBoundary } from './boundary';
import { exchange } from './exchange';
import { identityToken, type ISecret } from './identity';
import { checkWish, planToken } from './plan';
import { TokenRate } from './rate';
import { isReadOnly, READ_ONLY_SCOPE } from './scopes';
import { hasUniformAccess } from './uniform';

const GOOGLE_STORAGE = 'https://storage.googleapis.com';

/** From the least to the most. */
const REACHES = TokenReach.options;

/**
 * Gives temporary tokens: the least that works, to nobody too often, and never more than was agreed to.
 */
export class TokenDesk {
  constructor(private readonly _context: IServiceContext) {
    this._rate = new TokenRate(_context.config.cacheDirectory, _context.now);
  }

  /**
   * What a token for this wish would be able to do.
   *
   * @throws LeapError as `checkWish`, `planToken` and `identityToken` do.
   */
  async plan(wish: TokenWish, signal: AbortSignal): Promise<TokenPlan> {
    checkWish(this._context, wish);
    const { env } = this._context;
    return this._plan(wish, await identityToken(env, null, signal), signal);
  }

  /**
   * Make a token.
   *
   * @throws LeapError also `rate-limited`, and `precondition` when it could do more than was agreed to.
   */
  async grant(query: TokenQuery, signal: AbortSignal): Promise<TokenGrant> {
    const { atMost, ...wish } = query;
    checkWish(this._context, wish);
    await this._rate.take();
    const { env } = this._context;
    const identity = await identityToken(env, null, signal);
    const { reach } = await this._plan(wish, identity, signal);
    if (REACHES.indexOf(reach) > REACHES.indexOf(atMost)) {
      throw new LeapError(
        'precondition',
        'The bucket has changed: a token for it could now do more than was shown to you, so none was made. Look again.'
      );
    }
    const secret = await this._make(wish, reach, identity, signal);
    log('token granted', {
      folder: `gs://${wish.bucket}/${wish.prefix}`,
      access: wish.access,
      reach,
      lifetimeSeconds: secret.lifetimeSeconds
    });
    return { ...secret, reach };
  }

  private async _plan(
    wish: TokenWish,
    identity: ISecret,
    signal: AbortSignal
  ): Promise<TokenPlan> {
    const { storageEndpoint, allowToken } = this._context.config;
    const isUniform = await hasUniformAccess(
      storageEndpoint ?? GOOGLE_STORAGE,
      wish.bucket,
      identity,
      signal
    );
    return planToken(wish.access, isUniform, allowToken);
  }

  private async _make(
    wish: TokenWish,
    reach: TokenReach,
    identity: ISecret,
    signal: AbortSignal
  ): Promise<ISecret> {
    const { tokenExchangeUrl, tokenInfoUrl } = this._context.config;
    switch (reach) {
      case 'folder':
        return exchange(
          tokenExchangeUrl,
          identity,
          accessBoundary(wish),
          signal
        );
      case 'read-everything': {
        const secret = await identityToken(
          this._context.env,
          READ_ONLY_SCOPE,
          signal
        );
        if (await isReadOnly(tokenInfoUrl, secret.token, signal)) {
          return secret;
        }
        throw new LeapError(
          'forbidden',
          'This hub cannot make a token that only reads: the one it made could also write, so it was thrown away.'
        );
      }
      case 'everything':
        return identity;
    }
  }

  private readonly _rate: TokenRate;
}
