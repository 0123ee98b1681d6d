import type { CatalogSummary, Dataset, SourcePreview } from '../../contract';
import { IndexKeeper } from './index/index-keeper';
import { countShared, merge, type IMergedContent } from './sources/merge';
import { shownAddress } from './sources/own-address';
import { previewPart, type IPart } from './sources/part';
import { CatalogParts } from './sources/parts';
import { readRecords } from './record/records';
import sample from './sample.json';
import { makeIndex, type CatalogIndex } from './search';
import { withoutSecrets } from './sources/source-names';
import { namesOf, problemOf, sourceOf, stateOf } from './sources/source-state';
import type { KnownStores } from './record/traits';

/** As many titles show what a catalog is about. */
const SHOWN_TITLES = 5;

/**
 * The catalog at hand. It answers at once from the copy kept on disk, or from the bundled sample,
 * and asks its sources behind the caller's back.
 */
export class CatalogLibrary {
  constructor(options: CatalogLibrary.IOptions) {
    this._options = options;
    this._parts = new CatalogParts(options, () => {
      this._merged = undefined;
      this._kept.forget();
    });
  }

  /**
   * Where the catalog comes from and how good the copy is. Starts a refresh when one is due.
   */
  async summary(): Promise<CatalogSummary> {
    const parts = await this._parts.list();
    this._parts.refreshWhenDue(parts);
    return this._summarise(parts);
  }

  /**
   * All data sets, searchable. Starts a refresh when one is due.
   */
  async index(): Promise<CatalogIndex> {
    const parts = await this._parts.list();
    this._parts.refreshWhenDue(parts);
    return this._kept.get();
  }

  /**
   * All data sets that a source lists; none while there are only samples.
   */
  async listed(): Promise<readonly Dataset[]> {
    const parts = await this._parts.list();
    return stateOf(parts) === 'sample' ? [] : this._content(parts).datasets;
  }

  /**
   * Something new is known of stores.
   */
  learn(): void {
    this._kept.learn();
  }

  /**
   * Ask all sources now. Never throws: the summary says what failed.
   */
  async refresh(): Promise<CatalogSummary> {
    await this._parts.refresh();
    return this._summarise(await this._parts.list());
  }

  /**
   * Search these catalogs of the user's, too, in place of those before.
   *
   * @param addresses - As they were typed; one that may not be read is listed with the reason.
   */
  async useOwn(addresses: readonly string[]): Promise<CatalogSummary> {
    await this._parts.useOwn(addresses);
    return this._summarise(await this._parts.list());
  }

  /**
   * What is at an address, before a user adds it.
   *
   * @throws LeapError that says in a sentence why it is no catalog.
   */
  async preview(address: string, signal: AbortSignal): Promise<SourcePreview> {
    const part = await previewPart(address, this._options, signal);
    const { url, content, form } = part;
    const { datasets = [], skipped = [] } = content ?? {};
    return {
      address: shownAddress(url ?? address, this._options.homeDirectory),
      form: form ?? 'records',
      datasets: datasets.length,
      stores: content?.storeCount ?? 0,
      known: countShared(datasets, await this.listed()),
      titles: datasets.slice(0, SHOWN_TITLES).map(({ title }) => title),
      skipped: skipped.map(each => ({ ...each, source: null })),
      skippedCount: content?.skippedCount ?? 0
    };
  }

  /**
   * The catalogs that list a data set; none where there is one only.
   */
  async sourcesOf(id: string): Promise<readonly string[]> {
    return this._content(await this._parts.list()).sources.get(id) ?? [];
  }

  private async _makeIndex(): Promise<CatalogIndex> {
    const parts = await this._parts.list();
    const known = await this._options.known?.();
    const { datasets, sources } = this._content(parts);
    return makeIndex(datasets, {
      hubBuckets: this._options.hubBuckets,
      sources,
      ...(known ? { known } : {})
    });
  }

  private _content(parts: readonly IPart[]): IMergedContent {
    if (this._merged === undefined) {
      const names = namesOf(parts);
      const contents = parts.flatMap(({ content }, at) =>
        content ? [{ name: names[at] ?? '', content }] : []
      );
      const { hubBuckets } = this._options;
      this._merged = merge(
        contents.length > 0
          ? contents
          : [
              {
                name: 'sample',
                content: readRecords(JSON.stringify(sample), hubBuckets)
              }
            ]
      );
    }
    return this._merged;
  }

  private _summarise(parts: readonly IPart[]): CatalogSummary {
    const { datasets, storeCount, skipped, skippedCount } =
      this._content(parts);
    const confirmed = parts.flatMap(({ kept }) => kept?.confirmedAt ?? []);
    return {
      state: stateOf(parts),
      source: parts.map(({ address }) => withoutSecrets(address)).join(', '),
      confirmedAt: confirmed.sort()[0] ?? null,
      problem: problemOf(parts),
      datasets: datasets.length,
      stores: storeCount,
      skipped: [...skipped],
      skippedCount,
      requestUrl: this._options.requestUrl,
      sources: parts.map((part, at) => sourceOf(part, namesOf(parts)[at] ?? ''))
    };
  }

  private readonly _options: CatalogLibrary.IOptions;
  private readonly _parts: CatalogParts;
  private _merged: IMergedContent | undefined;
  private readonly _kept = new IndexKeeper(() => this._makeIndex());
}

export namespace CatalogLibrary {
  /**
   * What a library is made from.
   */
  export interface IOptions extends CatalogParts.IOptions {
    /** Where a missing data set is asked for. */
    readonly requestUrl: string | null;
    /** What is known of stores beyond their records. */
    readonly known?: () => Promise<KnownStores>;
  }
}
