import type { HomeHistory } from '../../../contract';
import type { ILeapClient } from '../../client';
import { Loadable, ObservableModel, type IObservable } from '../../loadable';

/**
 * What became of the home over the last months.
 */
export interface IHistoryModel extends IObservable<Loadable<HomeHistory>> {
  /** Ask what the counts so far say. */
  load(): Promise<void>;
}

/**
 * The model behind the card that shows what grew.
 */
export class HistoryModel
  extends ObservableModel<Loadable<HomeHistory>>
  implements IHistoryModel
{
  constructor(private readonly _client: ILeapClient) {
    super(Loadable.idle);
  }

  async load(): Promise<void> {
    this.publish(Loadable.loading(this.state));
    try {
      this.publish(
        Loadable.ready(
          await this._client.ask('home/history', {}, this.lifetime)
        )
      );
    } catch (reason) {
      this.publish(Loadable.failed(this.state, reason));
    }
  }
}
