import type { ServerDescription, ServerResources } from '../../../contract';
import type { ILeapClient } from '../../client';
import { Loadable, ObservableModel, type IObservable } from '../../loadable';
import { coresBetween } from './cores';

/**
 * All that the server section shows. What the server is and what it uses come and fail independently.
 */
export interface IServerState {
  readonly description: Loadable<ServerDescription>;
  readonly resources: Loadable<ServerResources>;
  /** Processors in use between the last two answers; null until there are two. */
  readonly usedCores: number | null;
}

/**
 * What this server is, and what it uses.
 */
export interface IServerModel extends IObservable<IServerState> {
  /** Read everything anew. */
  load(): Promise<void>;
  /** Read what is in use now. */
  measure(): Promise<void>;
}

/**
 * The model behind the server section. It asks only when it is told to.
 */
export class ServerModel
  extends ObservableModel<IServerState>
  implements IServerModel
{
  constructor(private readonly _client: ILeapClient) {
    super({
      description: Loadable.idle,
      resources: Loadable.idle,
      usedCores: null
    });
  }

  async load(): Promise<void> {
    await Promise.all([this._describe(), this.measure()]);
  }

  measure(): Promise<void> {
    this._measuring ??= this._measure().finally(() => {
      this._measuring = undefined;
    });
    return this._measuring;
  }

  private async _describe(): Promise<void> {
    const last = this.state.description;
    this._set({ description: Loadable.loading(last) });
    this._set({
      description: await Loadable.settled(
        last,
        this._client.ask('server/description', {}, this.lifetime)
      )
    });
  }

  private async _measure(): Promise<void> {
    const last = this.state.resources;
    if (last.value === undefined) {
      this._set({ resources: Loadable.loading(last) });
    }
    const resources = await Loadable.settled(
      last,
      this._client.ask('server/resources', {}, this.lifetime)
    );
    this._set({
      resources,
      usedCores:
        resources.status === 'ready'
          ? coresBetween(last.value, resources.value)
          : null
    });
  }

  private _set(change: Partial<IServerState>): void {
    this.publish({ ...this.state, ...change });
  }

  private _measuring: Promise<void> | undefined;
}
