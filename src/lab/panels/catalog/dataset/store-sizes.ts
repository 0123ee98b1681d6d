import { LeapError, type StoreSize } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { Loadable, ObservableModel } from '../../../loadable';

/** By the store's id. */
export type MeasuredStores = ReadonlyMap<string, Loadable<StoreSize>>;

/**
 * Measures stores of the open data set, each when somebody asks for it.
 */
export class StoreSizes extends ObservableModel<MeasuredStores> {
  constructor(private readonly _client: ILeapClient) {
    super(new Map());
  }

  /**
   * Count what a store holds; a second store is counted beside it.
   *
   * @param id - The data set's.
   */
  async measure(id: string, store: string): Promise<void> {
    this.cancel(store);
    const run = new AbortController();
    this._runs.set(store, run);
    const signal = AbortSignal.any([run.signal, this.lifetime]);
    let last: StoreSize | undefined;
    this._show(store, run, { status: 'loading' });
    try {
      const reports = this._client.stream(
        'catalog/size',
        { id, store },
        signal
      );
      for await (const report of reports) {
        last = report;
        this._show(store, run, { status: 'loading', value: report });
      }
      if (!last?.isOver) {
        throw new LeapError('bad-upstream', 'The count was cut off.');
      }
      this._show(store, run, Loadable.ready(last));
    } catch (reason) {
      this._show(store, run, {
        status: 'failed',
        value: last,
        error: LeapError.from(reason)
      });
    }
  }

  /** Stop; what was measured before stands. */
  cancel(store: string): void {
    const run = this._runs.get(store);
    this._runs.delete(store);
    if (run) {
      run.abort();
      const others = new Map(this.state);
      others.delete(store);
      this.publish(others);
    }
  }

  /** Another data set is opened. */
  clear(): void {
    for (const run of this._runs.values()) {
      run.abort();
    }
    this._runs.clear();
    this.publish(new Map());
  }

  override dispose(): void {
    this.clear();
    super.dispose();
  }

  private _show(
    store: string,
    run: AbortController,
    measured: Loadable<StoreSize>
  ): void {
    if (this._runs.get(store) === run) {
      this.publish(new Map([...this.state, [store, measured]]));
    }
  }

  private readonly _runs = new Map<string, AbortController>();
}
