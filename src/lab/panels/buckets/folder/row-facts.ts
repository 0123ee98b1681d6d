import type { ILeapClient } from '../../../client';
import { FirstDays } from './first-days';
import { payerIn } from './payers';
import { Recognising } from './recognising';
import type { IBucketsState } from '../state';

type Facts = Pick<IBucketsState, 'kinds' | 'firstDays'>;

/**
 * Finds out in the background what the rows of the open folder are: which are data sets, and when those begin to vanish.
 */
export class RowFacts {
  /**
   * @param onChanged - Called with all that is known by then.
   */
  constructor(
    client: ILeapClient,
    private readonly _state: () => IBucketsState,
    onChanged: (facts: Partial<Facts>) => void
  ) {
    this._firstDays = new FirstDays(client, days => {
      onChanged({ firstDays: new Map([...this._state().firstDays, ...days]) });
    });
    this._recognising = new Recognising(client, kinds => {
      onChanged({ kinds: new Map([...this._state().kinds, ...kinds]) });
      this._lookAtDays(
        [...kinds].flatMap(([name, kind]) => (kind ? [name] : []))
      );
    });
  }

  /** Look at these folders; those that are known are not asked for again. */
  lookAt(names: readonly string[]): void {
    const state = this._state();
    if (state.folder) {
      this._recognising.lookAt(
        state.folder,
        names.filter(name => !state.kinds.has(name)),
        payerIn(state)
      );
    }
  }

  /** Stop: another folder is opened. */
  leave(): void {
    this._recognising.cancel();
    this._firstDays.cancel();
  }

  /** Data sets are whole until the first of their objects goes. */
  private _lookAtDays(names: readonly string[]): void {
    const state = this._state();
    const rule = state.listing.value?.rule;
    const mayGo = rule?.deleteAfterDays !== null || rule.hasOtherRules;
    if (state.folder && rule && mayGo && names.length > 0) {
      void this._firstDays.lookAt(state.folder, names, payerIn(state));
    }
  }

  private readonly _recognising: Recognising;
  private readonly _firstDays: FirstDays;
}
