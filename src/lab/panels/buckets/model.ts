import { LeapError, type Bucket } from '../../../contract';
import type { ILeapClient } from '../../client';
import { Loadable, ObservableModel, type IObservable } from '../../loadable';
import { firstFolder, parentOf, type IFolder } from './folder';
import { withPage, type IListed } from './listed';
import { Measuring } from './measuring';
import { Recognising } from './recognising';
import type { ISort, SortColumn } from './rows';
import { INITIAL, type IBucketsState } from './state';

/** Loaded without being asked: ten pages, more than anybody scrolls through by hand. */
const FIRST_PAGES = 10;

/** Loaded by "Load more". */
const MORE_PAGES = 50;

/** Pages of a long listing are shown together this often: every showing sorts all rows. */
const SHOW_EVERY_MS = 250;

/**
 * What the view and the commands can ask of the buckets.
 */
export interface IBucketsModel extends IObservable<IBucketsState> {
  /** Learn which buckets there are and open a folder, `saved` if given; once. */
  start(saved: IFolder | null): Promise<void>;
  open(folder: IFolder, current?: string | null): Promise<void>;
  /** Open what a reference names. */
  goTo(reference: string): Promise<void>;
  /** Open the folder above, with the cursor on this one. */
  up(): Promise<void>;
  refresh(): Promise<void>;
  loadMore(): Promise<void>;
  /** Stop listing; what came stays. */
  stop(): void;
  setFilter(filter: string): void;
  /** Sort by a column; again: the other way round. */
  sortBy(by: SortColumn): void;
  setSort(sort: ISort): void;
  select(name: string | null): void;
  /** Find out which of these folders are data sets. */
  lookAt(names: readonly string[]): void;
  measure(name: string): Promise<void>;
  cancelMeasuring(): void;
}

/**
 * The model behind the buckets section: one open folder at a time, all its work ended when another is opened.
 */
export class BucketsModel
  extends ObservableModel<IBucketsState>
  implements IBucketsModel
{
  constructor(private readonly _client: ILeapClient) {
    super(INITIAL);
    this._recognising = new Recognising(_client, kinds => {
      this._set({ kinds: new Map([...this.state.kinds, ...kinds]) });
    });
    this._measuring = new Measuring(_client, (name, measured) => {
      this._set({ sizes: new Map(this.state.sizes).set(name, measured) });
    });
  }

  start(saved: IFolder | null): Promise<void> {
    if (!this._started) {
      this._saved = saved;
      this._started = this._begin();
    }
    return this._started;
  }

  async open(folder: IFolder, current: string | null = null): Promise<void> {
    this._leave();
    this._set({
      folder,
      current,
      filter: '',
      listing: Loadable.idle,
      kinds: new Map(),
      sizes: new Map(),
      going: Loadable.idle
    });
    await this._list(folder, null, FIRST_PAGES);
  }

  async goTo(reference: string): Promise<void> {
    this._going?.abort();
    const going = new AbortController();
    this._going = going;
    this._set({ going: { status: 'loading' } });
    try {
      const place = await this._client.ask(
        'buckets/place',
        { reference },
        AbortSignal.any([going.signal, this.lifetime])
      );
      const { bucket, prefix, object } = place;
      await this.open({ bucket, prefix }, object);
    } catch (reason) {
      if (!going.signal.aborted) {
        this._set({ going: Loadable.failed(Loadable.idle, reason) });
      }
    }
  }

  async up(): Promise<void> {
    const above = this.state.folder && parentOf(this.state.folder);
    if (above) {
      await this.open(above.folder, above.name);
    }
  }

  async refresh(): Promise<void> {
    const { folder, buckets } = this.state;
    if (buckets.status === 'failed') {
      await this._begin();
    }
    if (folder) {
      this._leave();
      this._set({ kinds: new Map(), sizes: new Map() });
      await this._list(folder, null, FIRST_PAGES);
    }
  }

  async loadMore(): Promise<void> {
    const { folder, listing } = this.state;
    const listed = listing.value;
    if (folder && listed?.cursor && listing.status !== 'loading') {
      await this._list(folder, listed, MORE_PAGES);
    }
  }

  stop(): void {
    this._visit.abort();
  }

  setFilter(filter: string): void {
    this._set({ filter, going: Loadable.idle });
  }

  sortBy(by: SortColumn): void {
    const { sort } = this.state;
    // Sizes and dates are looked at from the large and the new end.
    const descending = sort.by === by ? !sort.descending : by !== 'name';
    this.setSort({ by, descending });
  }

  setSort(sort: ISort): void {
    this._set({ sort });
  }

  select(name: string | null): void {
    if (name !== this.state.current) {
      this._set({ current: name });
    }
  }

  lookAt(names: readonly string[]): void {
    const { folder, kinds } = this.state;
    if (folder) {
      this._recognising.lookAt(
        folder,
        names.filter(name => !kinds.has(name))
      );
    }
  }

  async measure(name: string): Promise<void> {
    const { folder } = this.state;
    if (folder) {
      await this._measuring.measure(folder, name);
    }
  }

  cancelMeasuring(): void {
    this._measuring.cancel();
  }

  override dispose(): void {
    this._leave();
    super.dispose();
  }

  private async _begin(): Promise<void> {
    const buckets = await this._learnBuckets();
    // A place that was asked for in the meantime goes before the remembered one.
    const isUntouched =
      this.state.folder === null && this.state.going.status === 'idle';
    const folder = this._saved ?? firstFolder(buckets);
    if (isUntouched && folder && this.state.buckets.status === 'ready') {
      await this.open(folder);
    }
  }

  private async _learnBuckets(): Promise<readonly Bucket[]> {
    const last = this.state.buckets;
    this._set({ buckets: Loadable.loading(last) });
    try {
      const { buckets } = await this._client.ask(
        'buckets/configured',
        {},
        this.lifetime
      );
      this._set({ buckets: Loadable.ready(buckets) });
      return buckets;
    } catch (reason) {
      this._set({ buckets: Loadable.failed(last, reason) });
      return [];
    }
  }

  /**
   * @param before - What the new pages are added to; null: list from the beginning, the last rows stay until the first page.
   */
  private async _list(
    folder: IFolder,
    before: IListed | null,
    pages: number
  ): Promise<void> {
    const visit = new AbortController();
    this._visit = visit;
    this._set({ listing: Loadable.loading(this.state.listing) });
    let listed = before;
    let shownAtMs = 0;
    try {
      const answer = this._client.stream(
        'buckets/listing',
        { ...folder, cursor: before?.cursor ?? null, pages },
        AbortSignal.any([visit.signal, this.lifetime])
      );
      for await (const page of answer) {
        const now = new Date();
        listed = withPage(listed, page, now.toISOString());
        if (now.getTime() - shownAtMs >= SHOW_EVERY_MS) {
          shownAtMs = now.getTime();
          this._show(visit, { status: 'loading', value: listed });
        }
      }
      if (listed === null) {
        throw new LeapError('bad-upstream', 'The listing was cut off.');
      }
      this._show(visit, Loadable.ready(listed));
    } catch (reason) {
      // Rows that came before a failure stay, and so does the place to go on from.
      const last: Loadable<IListed> =
        listed === null ? this.state.listing : Loadable.ready(listed);
      this._show(visit, Loadable.failed(last, reason));
    }
  }

  /** What comes of a visit that is over is nobody's business any more. */
  private _show(visit: AbortController, listing: Loadable<IListed>): void {
    if (visit === this._visit) {
      this._set({ listing });
    }
  }

  private _leave(): void {
    this._going?.abort();
    this._visit.abort();
    this._visit = new AbortController();
    this._recognising.cancel();
    this._measuring.leave();
  }

  private _set(change: Partial<IBucketsState>): void {
    this.publish({ ...this.state, ...change });
  }

  private readonly _recognising: Recognising;
  private readonly _measuring: Measuring;
  private _started: Promise<void> | undefined;
  private _saved: IFolder | null = null;
  private _visit = new AbortController();
  private _going: AbortController | undefined;
}
