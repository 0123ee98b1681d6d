import type { Dataset } from '../../src/contract';

/**
 * The web catalog's way: what was typed is a regular expression, looked for in title, tags and description;
 * the catalog's order stays.
 */
export class RegularExpressionSearch {
  constructor(datasets: readonly Dataset[]) {
    this._rows = datasets.map(({ id, title, tags, description }) => ({
      id,
      texts: [title, tags.join(','), description]
    }));
  }

  /**
   * Ids of what matches. Nothing for a text that is no regular expression, where the web catalog throws.
   */
  search(text: string): string[] {
    try {
      const wanted = new RegExp(text, 'i');
      return this._rows
        .filter(({ texts }) => texts.some(part => wanted.test(part)))
        .map(({ id }) => id);
    } catch {
      // A bracket without its partner.
      return [];
    }
  }

  private readonly _rows: readonly { id: string; texts: readonly string[] }[];
}
