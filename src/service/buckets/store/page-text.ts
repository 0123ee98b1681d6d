const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const COLON = 0x3a;
const ZERO = 0x30;

/** Longer numbers are beyond what a number of JavaScript holds exactly. */
const MOST_DIGITS = 15;

/**
 * The text of a page as it came, read from left to right without making strings of it.
 *
 * It understands plain texts alone: one with an escape in it is for somebody else to read.
 */
export class PageText {
  constructor(readonly bytes: Buffer) {}

  /** What stands before it was passed. */
  at = 0;
  /** Where the text begins and ends that was passed last. */
  start = 0;
  end = 0;

  /**
   * Pass white space and this character; false: another one stands there.
   */
  passes(character: number): boolean {
    this._skipSpace();
    if (this.bytes[this.at] !== character) {
      return false;
    }
    this.at += 1;
    return true;
  }

  /**
   * Pass white space and a text in quotes; false: there is none, or one with escapes.
   */
  passesText(): boolean {
    return this.passes(QUOTE) && this.passesPlain() && this.passes(QUOTE);
  }

  /**
   * Pass a colon and the text behind it.
   */
  passesValue(): boolean {
    return this.passes(COLON) && this.passesText();
  }

  /**
   * Pass a text up to the quote that ends it; false: it has no end, or escapes.
   */
  passesPlain(): boolean {
    const { bytes } = this;
    const { length } = bytes;
    let at = this.at;
    this.start = at;
    let byte = bytes[at] ?? 0;
    while (byte !== QUOTE) {
      if (byte < SPACE || byte === BACKSLASH) {
        return false;
      }
      at += 1;
      byte = at < length ? (bytes[at] ?? 0) : 0;
    }
    this.end = at;
    this.at = at;
    return true;
  }

  /**
   * Pass what stands at another place, too, from `from` on and before `to`.
   */
  passesSame(from: number, to: number): boolean {
    const { bytes, at } = this;
    const length = to - from;
    if (at + length > bytes.length) {
      return false;
    }
    for (let index = 0; index < length; index += 1) {
      if (bytes[at + index] !== bytes[from + index]) {
        return false;
      }
    }
    this.at = at + length;
    return true;
  }

  /** Whether nothing but white space is left. */
  get isOver(): boolean {
    this._skipSpace();
    return this.at >= this.bytes.length;
  }

  /** Whether the last text is this one. */
  is(text: Buffer): boolean {
    return text.compare(this.bytes, this.start, this.end) === 0;
  }

  /** Whether the last text is the same as that from `start` to `end`. */
  isSame(start: number, end: number): boolean {
    const { bytes } = this;
    const length = end - start;
    let index = length === this.end - this.start ? 0 : length + 1;
    while (
      index < length &&
      bytes[this.start + index] === bytes[start + index]
    ) {
      index += 1;
    }
    return index === length;
  }

  /** Whether this character of ASCII stands somewhere from `from` on and before `to`. */
  has(character: number, from: number, to: number): boolean {
    const { bytes } = this;
    let at = from;
    while (at < to && bytes[at] !== character) {
      at += 1;
    }
    return at < to;
  }

  /** The text from `start` to `end`, those of the last one when absent. */
  text(start = this.start, end = this.end): string {
    return this.bytes.toString('utf8', start, end);
  }

  /** The last text as a whole number; NaN: it is none, or too large. */
  number(): number {
    const length = this.end - this.start;
    return length > 0 && length <= MOST_DIGITS
      ? this.digits(this.start, length)
      : Number.NaN;
  }

  /** So many digits from a place on as a number; NaN: there is something else. */
  digits(from: number, count: number): number {
    const { bytes } = this;
    let value = 0;
    for (let at = from; at < from + count; at += 1) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) {
        return Number.NaN;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private _skipSpace(): void {
    const { bytes } = this;
    let byte = bytes[this.at];
    while (byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09) {
      this.at += 1;
      byte = bytes[this.at];
    }
  }
}
