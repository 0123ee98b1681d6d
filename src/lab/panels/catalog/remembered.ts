import type { IStateDB } from '@jupyterlab/statedb';
import type { ICatalogModel } from './catalog-model';
import { readSearch, writeSearch } from './search/search-state';

/**
 * Bring back the search of the last visit, and remember the one of this.
 *
 * Only the search and the data set that was open are kept.
 */
export async function rememberSearch(
  model: ICatalogModel,
  memory: IStateDB,
  key: string
): Promise<void> {
  const saved: unknown = await memory.fetch(key).catch(() => undefined);
  const { search, id } = read(saved);
  const { state } = model;
  // Whoever was faster than the memory has searched for something else.
  if (writeSearch(state) === '' && state.page === null) {
    model.restore(readSearch(search), id);
  }
  let last = JSON.stringify([search, id]);
  model.stateChanged.connect(() => {
    const now = {
      search: writeSearch(model.state),
      id: model.state.page?.id ?? null
    };
    const identity = JSON.stringify([now.search, now.id]);
    if (identity !== last) {
      last = identity;
      // Not remembered is not worth a word: the search works all the same.
      memory.save(key, now).catch(() => undefined);
    }
  });
}

function read(saved: unknown): { search: string; id: string | null } {
  const fields = typeof saved === 'object' && saved !== null ? saved : {};
  return {
    search:
      'search' in fields && typeof fields.search === 'string'
        ? fields.search
        : '',
    id: 'id' in fields && typeof fields.id === 'string' ? fields.id : null
  };
}
