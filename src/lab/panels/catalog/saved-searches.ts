import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ObservableModel } from '../../loadable';
import { readSearch, writeSearch, type ICatalogSearch } from './search-state';

const PLUGIN = 'jupyterlab-leap:catalog';
const FIELD = 'savedSearches';

/** A list that is longer is not looked through. */
const MAX_SAVED = 50;

/**
 * The searches that a user keeps, in the settings: they are there in every workspace and on every server.
 */
export class SavedSearches extends ObservableModel<readonly ICatalogSearch[]> {
  constructor(registry: ISettingRegistry | null) {
    super([]);
    this.ready = registry === null ? Promise.resolve() : this._follow(registry);
  }

  /** Resolves when they have been read. */
  readonly ready: Promise<void>;

  has(search: ICatalogSearch): boolean {
    const line = writeSearch(search);
    return this.state.some(saved => writeSearch(saved) === line);
  }

  /**
   * Keep a search, the newest first. Where the settings cannot be written it stays until the page is loaded again.
   */
  add(search: ICatalogSearch): Promise<void> {
    return this._keep([search, ...this._without(search)].slice(0, MAX_SAVED));
  }

  remove(search: ICatalogSearch): Promise<void> {
    return this._keep(this._without(search));
  }

  private _without(search: ICatalogSearch): ICatalogSearch[] {
    const line = writeSearch(search);
    return this.state.filter(saved => writeSearch(saved) !== line);
  }

  private async _keep(searches: readonly ICatalogSearch[]): Promise<void> {
    this.publish(searches);
    try {
      await this._settings?.set(FIELD, searches.map(writeSearch));
    } catch {
      // A full or read-only home: the search is kept above for as long as the page is open.
    }
  }

  private async _follow(registry: ISettingRegistry): Promise<void> {
    try {
      this._settings = await registry.load(PLUGIN);
    } catch {
      // Without its schema, as in a broken installation: nothing is saved.
      return;
    }
    this._settings.changed.connect(this._onChanged, this);
    this._onChanged(this._settings);
  }

  /** Settings are text that anyone may edit. */
  private _onChanged(settings: ISettingRegistry.ISettings): void {
    const lines: unknown = settings.get(FIELD).composite;
    const searches = (Array.isArray(lines) ? lines : [])
      .filter(line => typeof line === 'string')
      .slice(0, MAX_SAVED)
      .map(readSearch);
    this.publish(searches.filter(search => writeSearch(search) !== ''));
  }

  private _settings: ISettingRegistry.ISettings | undefined;
}
