import MiniSearch from 'minisearch';
import type { Dataset } from '../../src/contract';

/**
 * The library as its own documentation uses it: prefixes and slips, no vocabulary, no weights.
 */
export class PlainMiniSearch {
  constructor(datasets: readonly Dataset[]) {
    this._index = new MiniSearch({
      fields: ['title', 'tags', 'description', 'people', 'stores'],
      searchOptions: { prefix: true, fuzzy: 0.2 }
    });
    this._index.addAll(
      datasets.map(({ id, title, tags, description, ...others }) => ({
        id,
        title,
        tags: tags.join(' '),
        description,
        people: [...others.maintainers, ...others.providers]
          .map(({ name }) => name)
          .join(' '),
        stores: others.stores.map(({ name }) => name).join(' ')
      }))
    );
  }

  search(text: string): string[] {
    return this._index.search(text).map(({ id }) => String(id));
  }

  private readonly _index: MiniSearch;
}
