import type { SourcePreview } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { Loadable, ObservableModel } from '../../../loadable';

/**
 * What a user is about to add.
 */
export interface IPreviewState {
  /** As it is typed. */
  readonly address: string;
  /** What is there; idle until somebody asks. */
  readonly found: Loadable<SourcePreview>;
}

const NOTHING: IPreviewState = { address: '', found: Loadable.idle };

/**
 * Looks at a catalog before it is added.
 */
export class SourcePreviewModel extends ObservableModel<IPreviewState> {
  constructor(private readonly _client: ILeapClient) {
    super(NOTHING);
  }

  /** Another address is typed: what was found at the last one says nothing of it. */
  type(address: string): void {
    this._looking?.abort();
    this.publish({ address, found: Loadable.idle });
  }

  /** Ask what is there. */
  async look(): Promise<void> {
    const address = this.state.address.trim();
    if (address === '') {
      return;
    }
    this._looking?.abort();
    const looking = new AbortController();
    this._looking = looking;
    this.publish({ address, found: { status: 'loading' } });
    const signal = AbortSignal.any([looking.signal, this.lifetime]);
    const found = await Loadable.settled(
      Loadable.idle,
      this._client.ask('catalog/preview', { address }, signal)
    );
    if (!looking.signal.aborted) {
      this.publish({ address, found });
    }
  }

  /** Back to an empty field. */
  clear(): void {
    this.type('');
  }

  override dispose(): void {
    this._looking?.abort();
    super.dispose();
  }

  private _looking: AbortController | undefined;
}
