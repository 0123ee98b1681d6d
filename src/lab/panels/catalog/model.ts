import {
  filtersText,
  type CatalogAnswer,
  type CatalogFilter,
  type CatalogSort,
  type CatalogSummary
} from '../../../contract';
import type { ILeapClient } from '../../client';
import { Loadable, ObservableModel } from '../../loadable';
import { isAlike } from './alike';
import type {
  ICatalogModel,
  ICatalogState,
  PageOutlook
} from './catalog-model';
import { OpenPage } from './dataset/open-page';
import type { OwnSources } from './sources/own-sources';
import {
  EVERYTHING,
  MAX_TEXT,
  toggled,
  type ICatalogSearch
} from './search/search-state';
import { steady } from './search/steady';

/** As many results are shown; who needs more needs another word. */
const MAX_RESULTS = 100;

/**
 * The model behind the catalog section, fed by the server.
 */
export class CatalogModel
  extends ObservableModel<ICatalogState>
  implements ICatalogModel
{
  /** @param own - The catalogs that the user added. */
  constructor(
    private readonly _client: ILeapClient,
    private readonly _own: OwnSources | null = null
  ) {
    super({
      ...EVERYTHING,
      summary: Loadable.idle,
      results: Loadable.idle,
      fresh: null,
      page: null,
      isOnSources: false
    });
    this._page = new OpenPage(_client, this.lifetime, {
      current: () => this.state.page,
      put: page => {
        this._set({ page });
      }
    });
    _own?.stateChanged.connect(this._onOwnChanged, this);
  }

  async load(): Promise<void> {
    const before = this.state.summary;
    this._set({ summary: Loadable.loading(before) });
    let summary: CatalogSummary;
    try {
      summary = await this._client.ask('catalog/summary', {}, this.lifetime);
    } catch (reason) {
      this._set({ summary: Loadable.failed(before, reason) });
      return;
    }
    const isCurrent = summary.state === 'live';
    this._set({
      summary: isCurrent
        ? Loadable.ready(summary)
        : { status: 'loading', value: summary }
    });
    await this._follow(summary, before.value);
    const { page } = this.state;
    if (page?.dataset.status === 'idle') {
      // Its page is restored beside the rest: a check of stores may take seconds.
      void this.open(page.id);
    }
    if (!isCurrent) {
      await this.refresh();
    }
    await this._tellOwn();
  }

  restore(search: ICatalogSearch, id: string | null): void {
    this._set({
      ...onlySearch(search),
      page:
        id === null
          ? null
          : { id, dataset: Loadable.idle, reach: Loadable.idle }
    });
  }

  refresh(): Promise<void> {
    return this._renew(this._client.ask('catalog/refresh', {}, this.lifetime));
  }

  search(text: string): Promise<void> {
    return this.searchFor({ ...onlySearch(this.state), text });
  }

  toggle(filter: CatalogFilter): Promise<void> {
    const filters = toggled(this.state.filters, filter);
    return this.searchFor({ ...onlySearch(this.state), filters });
  }

  sortBy(sort: CatalogSort): Promise<void> {
    return this.searchFor({ ...onlySearch(this.state), sort });
  }

  async searchFor(search: ICatalogSearch): Promise<void> {
    this._searching?.abort();
    const searching = new AbortController();
    this._searching = searching;
    const wanted = onlySearch(search);
    this._set({
      ...wanted,
      results: Loadable.loading(this.state.results),
      fresh: null
    });
    const next = await Loadable.settled(
      this.state.results,
      this._find(wanted, searching.signal)
    );
    // A later letter was typed meanwhile: its answer is the one that counts.
    if (!searching.signal.aborted) {
      this._set({ results: next });
    }
  }

  async lookAgain(): Promise<boolean> {
    const { results, fresh } = this.state;
    const searching = this._searching;
    if (results.status !== 'ready' || !searching) {
      return false;
    }
    const found = await Loadable.settled(
      results,
      this._find(onlySearch(this.state), searching.signal)
    );
    if (found.status !== 'ready' || this._searching !== searching) {
      // What is shown is as good as it was; the next look may go better.
      return false;
    }
    const answer = steady(found.value, results.value);
    if (!isAlike(answer, fresh ?? results.value)) {
      this._set({ fresh: answer });
    }
    return found.value.isReading;
  }

  takeFresh(): void {
    const { fresh } = this.state;
    if (fresh) {
      this._set({ results: Loadable.ready(fresh), fresh: null });
    }
  }

  async open(id: string): Promise<void> {
    this._set({ isOnSources: false });
    await this._page.open(id);
  }

  showSources(): void {
    this._page.leave();
    this._set({ page: null, isOnSources: true });
  }

  close(): void {
    this._page.leave();
    this._set({ page: null, isOnSources: false });
  }

  checkReach(again = false): Promise<void> {
    return this._page.check(again);
  }

  lookAgainAtPage(): Promise<PageOutlook> {
    return this._page.lookAgain();
  }

  override dispose(): void {
    this._searching?.abort();
    this._page.leave();
    super.dispose();
  }

  private _find(
    { text, filters, sort }: ICatalogSearch,
    signal: AbortSignal
  ): Promise<CatalogAnswer> {
    return this._client.ask(
      'catalog/search',
      {
        text,
        limit: String(MAX_RESULTS),
        ...(filters.length > 0 ? { filters: filtersText(filters) } : {}),
        ...(sort === EVERYTHING.sort ? {} : { sort })
      },
      AbortSignal.any([signal, this.lifetime])
    );
  }

  private async _renew(answer: Promise<CatalogSummary>): Promise<void> {
    const before = this.state.summary;
    this._set({ summary: Loadable.loading(before) });
    try {
      const summary = await answer;
      this._set({ summary: Loadable.ready(summary) });
      await this._follow(summary, before.value);
    } catch (reason) {
      this._set({ summary: Loadable.failed(before, reason) });
    }
  }

  private _onOwnChanged(): void {
    // Before the section is seen there is nobody to tell it to; `load` does.
    if (this.state.summary.value) {
      void this._tellOwn();
    }
  }

  /** Have the service search the user's own catalogs, where it searches others. */
  private async _tellOwn(): Promise<void> {
    if (!this._own) {
      return;
    }
    await this._own.ready;
    const before = this.state.summary;
    const addresses = this._own.untold(before.value?.sources ?? []);
    if (addresses === null) {
      return;
    }
    await this._renew(
      this._client.ask(
        'catalog/sources',
        { addresses: [...addresses] },
        this.lifetime
      )
    );
  }

  /** Search again where other data sets may be found than before. */
  private async _follow(
    summary: CatalogSummary,
    before: CatalogSummary | undefined
  ): Promise<void> {
    const isSame =
      summary.confirmedAt === before?.confirmedAt &&
      summary.state === before.state &&
      summary.datasets === before.datasets;
    if (!isSame || this.state.results.status !== 'ready') {
      await this.searchFor(this.state);
    }
  }

  private _set(change: Partial<ICatalogState>): void {
    this.publish({ ...this.state, ...change });
  }

  private _searching: AbortController | undefined;
  private readonly _page: OpenPage;
}

/** A search without what a wider state has beside it, and no longer than the service takes. */
function onlySearch({ text, filters, sort }: ICatalogSearch): ICatalogSearch {
  return { text: text.slice(0, MAX_TEXT), filters, sort };
}
