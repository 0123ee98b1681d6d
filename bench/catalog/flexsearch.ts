import { Document } from 'flexsearch';
import type { Dataset } from '../../src/contract';

/**
 * FlexSearch, the fastest library of its kind, as its documentation uses it for documents of several fields.
 */
export class FlexSearchSearch {
  constructor(datasets: readonly Dataset[]) {
    this._index = new Document({
      tokenize: 'forward',
      document: {
        id: 'number',
        index: ['title', 'tags', 'description', 'people', 'stores']
      }
    });
    this._ids = datasets.map(({ id }) => id);
    for (const [number, dataset] of datasets.entries()) {
      this._index.add({
        number,
        title: dataset.title,
        tags: dataset.tags.join(' '),
        description: dataset.description,
        people: [...dataset.maintainers, ...dataset.providers]
          .map(({ name }) => name)
          .join(' '),
        stores: dataset.stores.map(({ name }) => name).join(' ')
      });
    }
  }

  search(text: string): string[] {
    const results = this._index.search(text, {
      limit: 200,
      merge: true,
      suggest: true
    });
    return results.map(({ id }) => this._ids[Number(id)] ?? '');
  }

  private readonly _index: Document;
  private readonly _ids: readonly string[];
}
