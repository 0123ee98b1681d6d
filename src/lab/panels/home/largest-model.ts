import type { HomeLargest } from '../../../contract';
import type { ILeapClient } from '../../client';
import { Loadable, ObservableModel, type IObservable } from '../../loadable';

/**
 * What is large or old in the home.
 */
export interface ILargestModel extends IObservable<Loadable<HomeLargest>> {
  /** Ask what the last whole count saw. */
  load(): Promise<void>;
}

/**
 * The model behind the lists of large and old data.
 */
export class LargestModel
  extends ObservableModel<Loadable<HomeLargest>>
  implements ILargestModel
{
  constructor(private readonly _client: ILeapClient) {
    super(Loadable.idle);
  }

  async load(): Promise<void> {
    this.publish(Loadable.loading(this.state));
    try {
      this.publish(
        Loadable.ready(
          await this._client.ask('home/largest', {}, this.lifetime)
        )
      );
    } catch (reason) {
      this.publish(Loadable.failed(this.state, reason));
    }
  }
}
