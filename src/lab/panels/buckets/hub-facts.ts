import type { Bucket } from '../../../contract';
import type { ILeapClient } from '../../client';
import { Loadable } from '../../loadable';
import { ALL_PACKAGES } from './code/needed-packages';
import type { IBucketsState } from './state';

/** What is the same in whatever folder one is. */
type Facts = Pick<IBucketsState, 'buckets' | 'expiring' | 'lacking'>;

/**
 * Finds out what holds for all folders: which buckets there are, what the own folders lose, what code cannot use here.
 */
export class HubFacts {
  constructor(
    private readonly _client: ILeapClient,
    private readonly _signal: AbortSignal,
    private readonly _state: () => Facts,
    private readonly _onChanged: (facts: Partial<Facts>) => void
  ) {}

  /**
   * The configured buckets; none when that is not found out, which the state says.
   */
  async learnBuckets(): Promise<readonly Bucket[]> {
    const last = this._state().buckets;
    this._onChanged({ buckets: Loadable.loading(last) });
    const buckets = await Loadable.settled(
      last,
      this._client
        .ask('buckets/configured', {}, this._signal)
        .then(configured => configured.buckets)
    );
    this._onChanged({ buckets });
    return buckets.status === 'ready' ? buckets.value : [];
  }

  /** Find out what the own folders lose within 48 hours. */
  async checkExpiring(): Promise<void> {
    const last = this._state().expiring;
    if (last.status === 'loading') {
      return;
    }
    this._onChanged({ expiring: Loadable.loading(last) });
    this._onChanged({
      expiring: await Loadable.settled(
        last,
        this._client.ask('buckets/expiring', {}, this._signal)
      )
    });
  }

  /** Find out which of the packages that code may need this image lacks. */
  async checkPackages(): Promise<void> {
    try {
      const { packages } = await this._client.ask(
        'image/lacking',
        { packages: [...ALL_PACKAGES] },
        this._signal
      );
      this._onChanged({ lacking: packages ?? [] });
    } catch {
      // Not known: the code is given all the same, without a word about packages.
      this._onChanged({ lacking: [] });
    }
  }
}
