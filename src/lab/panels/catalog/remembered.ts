import type { IStateDB } from '@jupyterlab/statedb';
import type { ICatalogModel } from './model';

/**
 * Bring back the search of the last visit, and remember the one of this.
 *
 * Only the words that were typed and the data set that was open are kept.
 */
export async function rememberSearch(
  model: ICatalogModel,
  memory: IStateDB,
  key: string
): Promise<void> {
  const saved: unknown = await memory.fetch(key).catch(() => undefined);
  const { text, id } = read(saved);
  const { state } = model;
  // Whoever was faster than the memory has searched for something else.
  if (state.text === '' && state.page === null) {
    model.restore(text, id);
  }
  let last = JSON.stringify([text, id]);
  model.stateChanged.connect(() => {
    const now = { text: model.state.text, id: model.state.page?.id ?? null };
    const identity = JSON.stringify([now.text, now.id]);
    if (identity !== last) {
      last = identity;
      // Not remembered is not worth a word: the search works all the same.
      memory.save(key, now).catch(() => undefined);
    }
  });
}

function read(saved: unknown): { text: string; id: string | null } {
  const fields = typeof saved === 'object' && saved !== null ? saved : {};
  return {
    text:
      'text' in fields && typeof fields.text === 'string' ? fields.text : '',
    id: 'id' in fields && typeof fields.id === 'string' ? fields.id : null
  };
}
