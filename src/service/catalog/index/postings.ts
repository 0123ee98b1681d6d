/** As many fields and uses of a word as half a byte tells apart. */
const MAX_FIELDS = 16;
const MAX_USES = 15;

/**
 * Where a term stands, sorted by field and then by document: `docs[i]` has it `uses(tags[i])` times in `field(tags[i])`.
 */
export interface IPostings {
  readonly docs: Uint32Array;
  /** Field and number of uses in one byte. */
  readonly tags: Uint8Array;
}

/** The terms of all documents. */
export interface IBuiltPostings {
  /** How many terms field `f` of document `d` has, at `d * fields + f`. */
  readonly lengths: readonly number[];
  /** All terms in alphabetical order. */
  readonly terms: readonly string[];
  /** The postings of term `i` are from `starts[i]` to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  readonly postings: IPostings;
}

/** The field of a tag. */
export function fieldOf(tag: number): number {
  return tag >> 4;
}

/** How often the word is used there, from 1 to 15. */
export function usesOf(tag: number): number {
  return tag & MAX_USES;
}

/**
 * Gathers the terms of documents, and packs them into flat arrays: five bytes a posting, where a map takes forty.
 */
export class PostingsBuilder {
  /**
   * @throws RangeError when there are more fields than a tag holds.
   */
  constructor(fieldCount: number) {
    if (fieldCount > MAX_FIELDS) {
      throw new RangeError(`At most ${MAX_FIELDS} fields.`);
    }
    this._fieldCount = fieldCount;
  }

  /**
   * Add the next document.
   *
   * @param fields - The terms of each field.
   */
  add(fields: readonly (readonly string[])[]): void {
    const doc = this._lengths.length / this._fieldCount;
    for (let field = 0; field < this._fieldCount; field++) {
      const terms = fields[field] ?? [];
      this._addField(doc, field, terms);
      this._lengths.push(terms.length);
    }
  }

  /**
   * Pack the terms, a few between two steps.
   */
  *build(): Generator<undefined, IBuiltPostings> {
    const terms = [...this._lists.keys()].sort();
    yield;
    const starts = new Uint32Array(terms.length + 1);
    let total = 0;
    for (const list of this._lists.values()) {
      total += list.length;
    }
    const docs = new Uint32Array(total);
    const tags = new Uint8Array(total);
    let at = 0;
    for (const [index, term] of terms.entries()) {
      starts[index] = at;
      const packed = Float64Array.from(this._lists.get(term) ?? []).sort();
      for (const number of packed) {
        const field = Math.floor(number / FIELD_STEP);
        const rest = number - field * FIELD_STEP;
        docs[at] = Math.floor(rest / (MAX_USES + 1));
        tags[at] = (field << 4) | (rest % (MAX_USES + 1));
        at++;
      }
      if (index % TERMS_A_STEP === 0) {
        yield;
      }
    }
    starts[terms.length] = at;
    return { lengths: this._lengths, terms, starts, postings: { docs, tags } };
  }

  private _addField(
    doc: number,
    field: number,
    terms: readonly string[]
  ): void {
    const uses = new Map<string, number>();
    for (const term of terms) {
      uses.set(term, (uses.get(term) ?? 0) + 1);
    }
    for (const [term, count] of uses) {
      let list = this._lists.get(term);
      if (list === undefined) {
        list = [];
        this._lists.set(term, list);
      }
      // One number a posting that sorts by field, then by document.
      list.push(
        field * FIELD_STEP + doc * (MAX_USES + 1) + Math.min(count, MAX_USES)
      );
    }
  }

  private readonly _fieldCount: number;
  private readonly _lengths: number[] = [];
  private readonly _lists = new Map<string, number[]>();
}

/** A step then takes less than a millisecond, but for the commonest words. */
const TERMS_A_STEP = 100;

/** Above every document's number times sixteen, and exact in a double with sixteen fields. */
const FIELD_STEP = 2 ** 40;
