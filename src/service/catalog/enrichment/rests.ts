import type { Dataset } from '../../../contract';

/** Until a data set is looked at again whose stores all answered; they are then mostly fresh for longer. */
const REST_MS = 600_000;

/** The same after a store gave no answer; twice as long each time, for a host that is down stays down for a while. */
const FIRST_RETRY_MS = 20_000;
const LAST_RETRY_MS = 3_600_000;

interface IRest {
  readonly until: number;
  /** How often in a row a store gave no answer. */
  readonly failures: number;
}

/**
 * When each data set is looked at again.
 */
export class Rests {
  constructor(private readonly _now: () => Date) {}

  /**
   * Those that do not rest. Asked at every keystroke: where nothing can be due, it costs nothing.
   *
   * @param datasets - The same list as long as it is the same catalog.
   */
  due(datasets: readonly Dataset[]): readonly Dataset[] {
    const now = this._now().getTime();
    if (datasets === this._datasets && now < this._earliest) {
      return [];
    }
    this._datasets = datasets;
    this._earliest = Infinity;
    return datasets.filter(({ id }) => {
      const until = this._rests.get(id)?.until ?? -Infinity;
      if (until > now) {
        this._earliest = Math.min(this._earliest, until);
      }
      return until <= now;
    });
  }

  /**
   * A data set was looked at.
   *
   * @param isAgain - Whether one of its stores gave no answer.
   */
  note({ id }: Dataset, isAgain: boolean): void {
    const failures = isAgain ? (this._rests.get(id)?.failures ?? 0) + 1 : 0;
    const pauseMs = isAgain
      ? Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS)
      : REST_MS;
    const until = this._now().getTime() + pauseMs;
    this._rests.set(id, { until, failures });
    this._earliest = Math.min(this._earliest, until);
  }

  private readonly _rests = new Map<string, IRest>();
  private _datasets: readonly Dataset[] = [];
  private _earliest = -Infinity;
}
