import type { CatalogSummary, Dataset } from '../../contract';
import { merge, type IMergedContent } from './merge';
import { askPart, openPart, type IPart, type IPartOptions } from './part';
import { readRecords } from './records';
import sample from './sample.json';
import { CatalogIndex } from './search';
import type { KnownStores } from './traits';

/** The hub's catalog changes a few times a month. */
const REFRESH_AFTER_MS = 3_600_000;

/** After a failure the source is asked again, though not at every keystroke. */
const RETRY_AFTER_MS = 60_000;

/** What was learnt of stores is searched after this pause: an index of ten thousand data sets takes seconds to make. */
const REBUILD_AFTER_MS = 20_000;

/**
 * The catalog at hand. It answers at once from the copy kept on disk, or from the bundled sample,
 * and asks its sources behind the caller's back.
 */
export class CatalogLibrary {
  constructor(options: CatalogLibrary.IOptions) {
    this._options = options;
  }

  /**
   * Where the catalog comes from and how good the copy is. Starts a refresh when one is due.
   */
  async summary(): Promise<CatalogSummary> {
    const parts = await this._open();
    this._refreshWhenDue(parts);
    return this._summarise(parts);
  }

  /**
   * All data sets, searchable. Starts a refresh when one is due.
   */
  async index(): Promise<CatalogIndex> {
    const parts = await this._open();
    this._refreshWhenDue(parts);
    const now = this._options.now().getTime();
    const isOld = this._hasLearnt && now - this._madeAt >= REBUILD_AFTER_MS;
    if (this._index === undefined || isOld) {
      this._hasLearnt = false;
      this._madeAt = now;
      const known = await this._options.known?.();
      const { datasets, sources } = this._content(parts);
      this._index = new CatalogIndex(datasets, {
        hubBuckets: this._options.hubBuckets,
        sources,
        ...(known ? { known } : {})
      });
    }
    return this._index;
  }

  /**
   * All data sets that a source lists; none while there are only samples.
   */
  async listed(): Promise<readonly Dataset[]> {
    const parts = await this._open();
    return stateOf(parts) === 'sample' ? [] : this._content(parts).datasets;
  }

  /**
   * Something new is known of stores.
   */
  learn(): void {
    this._hasLearnt = true;
  }

  /**
   * Ask all sources now. Never throws: the summary says what failed.
   */
  async refresh(): Promise<CatalogSummary> {
    this._refreshing ??= this._askAll().finally(() => {
      this._refreshing = undefined;
    });
    return this._summarise(await this._refreshing);
  }

  private _refreshWhenDue(parts: readonly IPart[]): void {
    const age = this._options.now().getTime() - this._askedAt;
    const isLive = parts.every(part => part.isLive);
    if (age >= (isLive ? REFRESH_AFTER_MS : RETRY_AFTER_MS)) {
      void this.refresh();
    }
  }

  private async _askAll(): Promise<readonly IPart[]> {
    this._askedAt = this._options.now().getTime();
    const before = await this._open();
    const parts = await Promise.all(
      before.map(part => askPart(part, this._options))
    );
    if (
      parts.some(({ content }, index) => content !== before[index]?.content)
    ) {
      this._merged = undefined;
      this._index = undefined;
    }
    this._parts = Promise.resolve(parts);
    return parts;
  }

  private _open(): Promise<readonly IPart[]> {
    this._parts ??= Promise.all(
      this._options.addresses.map(address => openPart(address, this._options))
    );
    return this._parts;
  }

  private _content(parts: readonly IPart[]): IMergedContent {
    if (this._merged === undefined) {
      const contents = parts.flatMap(({ address, content }) =>
        content ? [{ name: sourceName(address), content }] : []
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
      requestUrl: this._options.requestUrl
    };
  }

  private readonly _options: CatalogLibrary.IOptions;
  private _parts: Promise<readonly IPart[]> | undefined;
  private _merged: IMergedContent | undefined;
  private _index: CatalogIndex | undefined;
  private _refreshing: Promise<readonly IPart[]> | undefined;
  private _askedAt = -Infinity;
  private _hasLearnt = false;
  private _madeAt = -Infinity;
}

export namespace CatalogLibrary {
  /**
   * What a library is made from.
   */
  export interface IOptions extends IPartOptions {
    readonly addresses: readonly string[];
    /** Where a missing data set is asked for. */
    readonly requestUrl: string | null;
    /** What is known of stores beyond their records. */
    readonly known?: () => Promise<KnownStores>;
  }
}

function stateOf(parts: readonly IPart[]): CatalogSummary['state'] {
  if (!parts.some(({ content }) => content !== null)) {
    return 'sample';
  }
  return parts.every(({ isLive }) => isLive) ? 'live' : 'kept';
}

function problemOf(parts: readonly IPart[]): string | null {
  const problems = new Set(parts.flatMap(({ problem }) => problem ?? []));
  return parts.length === 0
    ? 'No catalog is configured.'
    : [...problems].join(' ') || null;
}

/** A catalog's name where several are listed: its host, or its file. */
function sourceName(address: string): string {
  const url = new URL(withoutSecrets(address));
  const file = url.pathname.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return url.host === ''
    ? file
    : file === ''
      ? url.host
      : `${url.host}/…/${file}`;
}

/** The address as it may be shown: a private one may carry a key. */
function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) {
    return address;
  }
  const url = new URL(address);
  url.username = '';
  url.password = '';
  url.search = '';
  return url.href;
}
