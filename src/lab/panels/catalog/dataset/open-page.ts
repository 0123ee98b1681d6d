import type { DatasetPage, Reach } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { Loadable } from '../../../loadable';
import type { IDatasetPage, PageOutlook } from '../catalog-model';

/** Where the page is kept, for all to see. */
interface IPagePlace {
  readonly current: () => IDatasetPage | null;
  readonly put: (page: IDatasetPage) => void;
}

/**
 * Fills the page of one data set, and keeps it true while it stands open.
 */
export class OpenPage {
  /** @param lifetime - Aborts when nobody is left to read. */
  constructor(
    private readonly _client: ILeapClient,
    private readonly _lifetime: AbortSignal,
    private readonly _place: IPagePlace
  ) {}

  /**
   * Show this data set, then whether its stores open.
   */
  async open(id: string): Promise<void> {
    this.leave();
    const opening = new AbortController();
    this._opening = opening;
    this._place.put({
      id,
      dataset: { status: 'loading' },
      reach: Loadable.idle
    });
    const dataset = await Loadable.settled(
      Loadable.idle,
      this._dataset(id, opening.signal)
    );
    if (opening.signal.aborted) {
      return;
    }
    this._place.put({ id, dataset, reach: Loadable.idle });
    if (dataset.value && dataset.value.stores.length > 0) {
      await this.check(false);
    }
  }

  /**
   * Whether its stores open from here.
   *
   * @param again - Ask them also where that was done not long ago.
   */
  async check(again: boolean): Promise<void> {
    const page = this._place.current();
    const opening = this._opening;
    if (!page || !opening) {
      return;
    }
    this._place.put({ ...page, reach: Loadable.loading(page.reach) });
    const reach = await Loadable.settled(
      page.reach,
      this._reach(page.id, again, opening.signal)
    );
    const now = this._place.current();
    if (!opening.signal.aborted && now) {
      this._place.put({ ...now, reach });
    }
  }

  /**
   * Ask again behind the reader's back, and show what differs.
   *
   * @returns What may still change. A failure changes nothing: the next look may go better.
   */
  async lookAgain(): Promise<PageOutlook> {
    const page = this._place.current();
    const opening = this._opening;
    const outlook = outlookOf(page);
    if (!page || !opening || outlook === 'settled') {
      return 'settled';
    }
    const { signal } = opening;
    const [dataset, reach] = await Promise.all([
      Loadable.settled(page.dataset, this._dataset(page.id, signal)),
      isUnanswered(page)
        ? Loadable.settled(page.reach, this._reach(page.id, false, signal))
        : page.reach
    ]);
    if (this._place.current() !== page || signal.aborted) {
      // It was left, or is being checked by its reader.
      return outlookOf(this._place.current());
    }
    const next = {
      ...page,
      dataset: dataset.status === 'ready' ? dataset : page.dataset,
      reach: reach.status === 'ready' ? reach : page.reach
    };
    if (JSON.stringify(next) !== JSON.stringify(page)) {
      this._place.put(next);
    }
    return outlookOf(next);
  }

  /**
   * Nobody looks at the page any more.
   */
  leave(): void {
    this._opening?.abort();
    this._opening = undefined;
  }

  private _dataset(id: string, signal: AbortSignal): Promise<DatasetPage> {
    return this._client.ask('catalog/dataset', { id }, this._until(signal));
  }

  private _reach(
    id: string,
    again: boolean,
    signal: AbortSignal
  ): Promise<Reach> {
    return this._client.ask(
      'catalog/reach',
      { id, again },
      this._until(signal)
    );
  }

  private _until(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this._lifetime]);
  }

  private _opening: AbortController | undefined;
}

/**
 * What may still change on a page; of one that is not there, or not yet, nothing by itself.
 */
export function outlookOf(page: IDatasetPage | null): PageOutlook {
  if (
    !page ||
    page.dataset.status !== 'ready' ||
    page.reach.status === 'loading'
  ) {
    return 'settled';
  }
  if (page.dataset.value.isReading) {
    return 'reading';
  }
  return isUnanswered(page) ? 'waiting' : 'settled';
}

function isUnanswered({ reach }: IDatasetPage): boolean {
  return (reach.value?.stores ?? []).some(
    ({ status }) => status === 'unreachable' || status === 'unknown'
  );
}
