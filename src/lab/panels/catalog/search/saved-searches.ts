import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { FollowedSettings } from '../../../followed-settings';
import { PLUGIN_ID } from '../plugin-id';
import { readSearch, writeSearch, type ICatalogSearch } from './search-state';

const FIELD = 'savedSearches';

/** A list that is longer is not looked through. */
const MAX_SAVED = 50;

/**
 * The searches that a user keeps, in the settings: they are there in every workspace and on every server.
 */
export class SavedSearches extends FollowedSettings<readonly ICatalogSearch[]> {
  constructor(registry: ISettingRegistry | null) {
    super(registry, PLUGIN_ID, field => searchesOf(field(FIELD)));
  }

  has(search: ICatalogSearch): boolean {
    const line = writeSearch(search);
    return this.state.some(saved => writeSearch(saved) === line);
  }

  /**
   * Keep a search, the newest first.
   */
  add(search: ICatalogSearch): Promise<void> {
    return this._keep([search, ...this._without(search)].slice(0, MAX_SAVED));
  }

  remove(search: ICatalogSearch): Promise<void> {
    return this._keep(this._without(search));
  }

  private _keep(searches: readonly ICatalogSearch[]): Promise<void> {
    return this.keep(searches, FIELD, searches.map(writeSearch));
  }

  private _without(search: ICatalogSearch): ICatalogSearch[] {
    const line = writeSearch(search);
    return this.state.filter(saved => writeSearch(saved) !== line);
  }
}

function searchesOf(lines: unknown): ICatalogSearch[] {
  const searches = (Array.isArray(lines) ? lines : [])
    .filter(line => typeof line === 'string')
    .slice(0, MAX_SAVED)
    .map(readSearch);
  return searches.filter(search => writeSearch(search) !== '');
}
