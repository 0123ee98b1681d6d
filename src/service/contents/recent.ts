/**
 * The last few things that were read, by name. What failed is read again.
 */
export class Recent<T> {
  /** @param _most - So many are kept; the one that was read first leaves first. */
  constructor(private readonly _most: number) {}

  get(name: string, read: () => Promise<T>): Promise<T> {
    const found = this._kept.get(name);
    if (found) {
      return found;
    }
    const reading = read();
    this._kept.set(name, reading);
    reading.catch(() => this._kept.delete(name));
    for (const oldest of this._kept.keys()) {
      if (this._kept.size <= this._most) {
        break;
      }
      this._kept.delete(oldest);
    }
    return reading;
  }

  private readonly _kept = new Map<string, Promise<T>>();
}
