import type { AskRoute, Query, Reply } from '../contract';
import type { ILeapClient } from './client';
import { Loadable, ObservableModel, type IObservable } from './loadable';

/**
 * The answer of a route that is asked again and again with the same query.
 */
export interface IAskedModel<R extends AskRoute> extends IObservable<
  Loadable<Reply<R>>
> {
  /** Ask; the last answer stays while this runs and when it fails. */
  load(): Promise<void>;
}

/**
 * A model that is nothing but the last answer of one route.
 */
export class AskedModel<R extends AskRoute>
  extends ObservableModel<Loadable<Reply<R>>>
  implements IAskedModel<R>
{
  constructor(
    private readonly _client: ILeapClient,
    private readonly _route: R,
    private readonly _query: Query<R>
  ) {
    super(Loadable.idle);
  }

  async load(): Promise<void> {
    this.publish(Loadable.loading(this.state));
    this.publish(
      await Loadable.settled(
        this.state,
        this._client.ask(this._route, this._query, this.lifetime)
      )
    );
  }
}
