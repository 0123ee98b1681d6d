/**
 * Gives every thing an id of its own, whatever the records say, also where two differ by case alone.
 */
export class UniqueIds {
  /**
   * The wanted id, or the wanted id with a number behind it.
   */
  next(wanted: string): string {
    const key = wanted.toLowerCase();
    let copy = this._copies.get(key) ?? 0;
    let id: string;
    do {
      copy++;
      id = copy === 1 ? wanted : `${wanted}-${copy}`;
    } while (copy > 1 && this._copies.has(id.toLowerCase()));
    this._copies.set(key, copy);
    if (copy > 1) {
      this._copies.set(id.toLowerCase(), 1);
    }
    return id;
  }

  /** How often each id was wanted, in lower case; a map, since an id may be `__proto__`. */
  private readonly _copies = new Map<string, number>();
}

/**
 * The name of a data set in the web catalog's addresses: lower case, only words and spaces, spaces to `-`.
 */
export function slug(title: string): string {
  const text = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\s]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
  return text || 'dataset';
}
