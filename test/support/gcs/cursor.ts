import { compareNames, firstIndex } from './names';
import type { IStoredObject } from './object';

/**
 * Objects in the order of their names, addressed by index: kept ones or computed ones.
 */
export interface ISource {
  readonly length: number;
  nameAt(index: number): string;
  objectAt(index: number): IStoredObject;
}

/**
 * Walks several sources as if they were one. A name that more than one has comes from the first of them.
 */
export class Cursor {
  constructor(
    private readonly _sources: readonly ISource[],
    private readonly _isHidden: (name: string) => boolean = () => false
  ) {
    this._at = _sources.map(() => 0);
    _sources.forEach((_, index) => {
      this._look(index);
    });
    this._settle();
  }

  /** The name under the cursor; undefined at the end. */
  get name(): string | undefined {
    return this._name;
  }

  /**
   * The object under the cursor; there must be one.
   */
  object(): IStoredObject {
    const source = this._sources[this._current];
    if (source === undefined) {
      throw new RangeError('The cursor is past the last object.');
    }
    return source.objectAt(this._at[this._current] ?? 0);
  }

  /**
   * Step over the object under the cursor.
   */
  advance(): void {
    const previous = this._name;
    this._step();
    if (this._sources.length > 1) {
      // Generations of one object follow each other in one source; the other sources' object of that name is covered.
      while (
        this._name === previous &&
        this._current !== 0 &&
        previous !== undefined
      ) {
        this._step();
      }
    }
  }

  /**
   * Go to the first name for which `isPast` holds. It must hold for every later name too.
   */
  seek(isPast: (name: string) => boolean): void {
    this._sources.forEach((source, index) => {
      this._at[index] = firstIndex(
        source.length,
        at => isPast(source.nameAt(at)),
        this._at[index]
      );
      this._look(index);
    });
    this._settle();
  }

  private _step(): void {
    this._at[this._current] = (this._at[this._current] ?? 0) + 1;
    this._look(this._current);
    this._settle();
  }

  /** Read the name a source stands at, past the hidden ones; a computed name costs, so it is kept. */
  private _look(index: number): void {
    const source = this._sources[index];
    let at = this._at[index] ?? 0;
    let name: string | undefined;
    while (source !== undefined && at < source.length) {
      name = source.nameAt(at);
      if (index === 0 || !this._isHidden(name)) {
        break;
      }
      name = undefined;
      at++;
    }
    this._at[index] = at;
    this._heads[index] = name;
  }

  /** Choose the least of the names that the sources stand at. */
  private _settle(): void {
    this._name = undefined;
    this._heads.forEach((head, index) => {
      if (
        head !== undefined &&
        (this._name === undefined || compareNames(head, this._name) < 0)
      ) {
        this._name = head;
        this._current = index;
      }
    });
  }

  private readonly _at: number[];
  private readonly _heads: (string | undefined)[] = [];
  private _current = 0;
  private _name: string | undefined;
}
