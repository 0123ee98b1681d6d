import type { Contents } from '../../../contract';
import type { ILeapClient } from '../../client';
import { Loadable, ObservableModel } from '../../loadable';
import { withSize } from './folder/folder-sizes';
import { firstFolder, parentOf, type IFolder } from './folder/folder';
import type { IBucketsModel } from './buckets-model';
import { HubFacts } from './hub-facts';
import { Listing } from './folder/listing';
import { Lookup } from './places/lookup';
import { Matching } from './folder/matching';
import { beginningOf } from './folder/name-filter';
import { Measuring } from './folder/measuring';
import { bucketNamed, payerIn } from './folder/payers';
import { RowFacts } from './folder/row-facts';
import { sortedNext, type ISort, type SortColumn } from './folder/rows';
import { meansNamesake, missingName } from './selection';
import {
  INITIAL,
  NOTHING_LEARNED,
  withRows,
  type IBucketsState
} from './state';
import { toggled, visited } from './places/visited';

/** Loaded without being asked: ten pages, more than anybody scrolls through by hand. */
const FIRST_PAGES = 10;

/** Loaded by "Load more". */
const MORE_PAGES = 50;

/**
 * The model behind the buckets section: one open folder at a time, all its work ended when another is opened.
 */
export class BucketsModel
  extends ObservableModel<IBucketsState>
  implements IBucketsModel
{
  constructor(client: ILeapClient) {
    super(INITIAL);
    this._hub = new HubFacts(
      client,
      this.lifetime,
      () => this.state,
      facts => {
        this._set(facts);
      }
    );
    this._listing = new Listing(client, listing => {
      const { folder, recent } = this.state;
      // Only what was really there is worth finding again.
      this._set(
        listing.status === 'ready' && folder
          ? { listing, recent: visited(recent, folder) }
          : { listing }
      );
    });
    this._matching = new Matching(client, matches => {
      this._set({ matches });
    });
    this._rows = new RowFacts(
      client,
      () => this.state,
      facts => {
        this._set(facts);
      }
    );
    this._measuring = new Measuring(client, (name, measured) => {
      this._set({ sizes: withSize(this.state.sizes, name, measured) });
    });
    this._lookup = new Lookup(client, going => {
      this._set({ going });
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
      going: Loadable.idle,
      ...NOTHING_LEARNED
    });
    await this._list(folder);
    this._lookFor(folder);
  }

  async goTo(reference: string, payer?: string): Promise<void> {
    const named = bucketNamed(reference);
    const known = named === null ? undefined : this.state.payers.get(named);
    const place = await this._lookup.find(reference, payer ?? known);
    if (place) {
      const { bucket, prefix, object, match } = place;
      if (payer !== undefined) {
        this._remember(bucket, payer);
      }
      const folder = { bucket, prefix };
      const opened = this.open(folder, object);
      if (match !== undefined) {
        this.setFilter(match);
      }
      await opened;
      if (meansNamesake(this.state, folder)) {
        this.select('');
      }
    }
  }

  goAgain(): Promise<void> {
    return this.goTo(this._lookup.reference);
  }

  stay(): void {
    this._lookup.leave();
    this._set({ going: Loadable.idle });
  }

  async payWith(project: string): Promise<void> {
    const { going, folder } = this.state;
    if (going.status === 'failed') {
      await this.goTo(this._lookup.reference, project);
    } else if (folder) {
      this._remember(folder.bucket, project);
      await this.refresh();
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
      this._set(NOTHING_LEARNED);
      this.setFilter(this.state.filter);
      await this._list(folder);
    }
  }

  async loadMore(): Promise<void> {
    const { folder, listing } = this.state;
    if (folder && listing.value?.cursor && listing.status !== 'loading') {
      const wanted = { folder, payer: payerIn(this.state), pages: MORE_PAGES };
      await this._listing.list(wanted, listing, listing.value);
    }
  }

  retry(): Promise<void> {
    const canGoOn = this._listing.hasBegun && this.state.listing.value?.cursor;
    return canGoOn ? this.loadMore() : this.refresh();
  }

  stop(): void {
    this._listing.stop();
  }

  setFilter(filter: string): void {
    const { folder, listing } = this.state;
    // Who types on no longer wants to go where a reference led.
    this.stay();
    this._set({ filter });
    const isComplete =
      listing.status === 'ready' && listing.value.cursor === null;
    if (folder && !isComplete) {
      this._matching.type(folder, payerIn(this.state), beginningOf(filter));
    } else {
      this._matching.leave();
    }
  }

  sortBy(by: SortColumn): void {
    this.setSort(sortedNext(this.state.sort, by));
  }

  setSort(sort: ISort): void {
    this._set({ sort });
  }

  select(name: string | null): void {
    if (name !== this.state.current) {
      this._set({ current: name });
    }
    if (name?.endsWith('/')) {
      this.lookAt([name]);
    }
  }

  lookAt(names: readonly string[]): void {
    this._rows.lookAt(names);
  }

  async measure(name: string): Promise<void> {
    const { folder } = this.state;
    if (folder) {
      await this._measuring.measure(folder, name, payerIn(this.state));
    }
  }

  cancelMeasuring(): void {
    this._measuring.cancel();
  }

  noteContents(name: string, contents: Contents): void {
    this._set({ looked: { name, contents } });
  }

  checkPackages(): Promise<void> {
    return this._hub.checkPackages();
  }

  toggleBookmark(): void {
    const { folder, bookmarks } = this.state;
    if (folder) {
      this._set({ bookmarks: toggled(bookmarks, folder) });
    }
  }

  setVisited(places: Pick<IBucketsState, 'bookmarks' | 'recent'>): void {
    this._set(places);
  }

  checkExpiring(): Promise<void> {
    return this._hub.checkExpiring();
  }

  override dispose(): void {
    this._leave();
    super.dispose();
  }

  private async _begin(): Promise<void> {
    const buckets = await this._hub.learnBuckets();
    // A place that was asked for in the meantime goes before the remembered one.
    const isUntouched =
      this.state.folder === null && this.state.going.status === 'idle';
    const folder = this._saved ?? firstFolder(buckets);
    if (isUntouched && folder && this.state.buckets.status === 'ready') {
      await this.open(folder);
    }
  }

  /** What a link names may lie beyond what is loaded of a large folder. */
  private _lookFor(folder: IFolder): void {
    const missing = missingName(this.state);
    if (folder === this.state.folder && missing !== null) {
      this._matching.type(folder, payerIn(this.state), missing);
    }
  }

  private _list(folder: IFolder): Promise<void> {
    const wanted = { folder, payer: payerIn(this.state), pages: FIRST_PAGES };
    return this._listing.list(wanted, this.state.listing);
  }

  private _remember(bucket: string, project: string): void {
    this._set({ payers: new Map(this.state.payers).set(bucket, project) });
  }

  private _leave(): void {
    this._lookup.leave();
    this._listing.leave();
    this._matching.leave();
    this._rows.leave();
    this._measuring.leave();
  }

  private _set(change: Partial<IBucketsState>): void {
    this.publish(withRows(this.state, { ...this.state, ...change }));
  }

  private readonly _hub: HubFacts;
  private readonly _listing: Listing;
  private readonly _matching: Matching;
  private readonly _rows: RowFacts;
  private readonly _measuring: Measuring;
  private readonly _lookup: Lookup;
  private _started: Promise<void> | undefined;
  private _saved: IFolder | null = null;
}
