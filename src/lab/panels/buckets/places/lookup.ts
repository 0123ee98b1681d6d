import type { Place } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { Loadable } from '../../../loadable';
import { paidBy } from '../folder/payers';

/**
 * Looks up the place that a reference names; a second one ends the first.
 */
export class Lookup {
  constructor(
    private readonly _client: ILeapClient,
    private readonly _onChanged: (going: Loadable<null>) => void
  ) {}

  /** The reference that was looked up last. */
  get reference(): string {
    return this._reference;
  }

  /**
   * Where it leads; null: nowhere, which is said, or something else is looked up meanwhile.
   */
  async find(
    reference: string,
    payer: string | undefined
  ): Promise<Place | null> {
    this.leave();
    const { signal } = this._abort;
    this._reference = reference;
    this._onChanged({ status: 'loading' });
    try {
      const place = await this._client.ask(
        'buckets/place',
        { reference, ...paidBy(payer) },
        signal
      );
      return signal.aborted ? null : place;
    } catch (reason) {
      if (!signal.aborted) {
        this._onChanged(Loadable.failed(Loadable.idle, reason));
      }
      return null;
    }
  }

  /** Stop and say nothing more. */
  leave(): void {
    this._abort.abort();
    this._abort = new AbortController();
  }

  private _reference = '';
  private _abort = new AbortController();
}
