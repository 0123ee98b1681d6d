import type { PageText } from './page-text';

/** `2026-11-26T` and `2026-11-26T12:34:56.789Z`, and the latter without `.789`. */
const DAY_LENGTH = 11;
const LENGTH = 24;
const SHORT_LENGTH = 20;

const DAY = /^\d{4}-\d\d-\d\dT$/;

/**
 * The instants on a page, as milliseconds in UTC: of a day that was read before, only the time is read.
 */
export class PageInstants {
  constructor(private readonly _text: PageText) {}

  /** What the last text of the page says; NaN: no instant. */
  read(): number {
    const text = this._text;
    const { start, end } = text;
    const length = end - start;
    if (length !== LENGTH && length !== SHORT_LENGTH) {
      return Date.parse(text.text());
    }
    const hour = text.digits(start + 11, 2);
    const minute = text.digits(start + 14, 2);
    const second = text.digits(start + 17, 2);
    const rest = length === LENGTH ? text.digits(start + 20, 3) : 0;
    const { bytes } = text;
    const isPlain =
      bytes[start + 13] === 0x3a &&
      bytes[start + 16] === 0x3a &&
      (length === SHORT_LENGTH || bytes[start + 19] === 0x2e) &&
      bytes[end - 1] === 0x5a &&
      hour < 24 &&
      minute < 60 &&
      second < 60;
    const ms =
      this._midnight() + ((hour * 60 + minute) * 60 + second) * 1000 + rest;
    return isPlain && !Number.isNaN(ms) ? ms : Date.parse(text.text());
  }

  private _midnight(): number {
    const { start } = this._text;
    if (!this._isSameDay(start)) {
      this._dayStart = start;
      const day = this._text.text(start, start + DAY_LENGTH);
      // What is no day may be one with another time behind it.
      this._dayMs = DAY.test(day) ? Date.parse(`${day}00:00Z`) : Number.NaN;
    }
    return this._dayMs;
  }

  private _isSameDay(start: number): boolean {
    const { bytes } = this._text;
    const from = this._dayStart;
    let index = from === 0 ? DAY_LENGTH + 1 : 0;
    while (index < DAY_LENGTH && bytes[start + index] === bytes[from + index]) {
      index += 1;
    }
    return index === DAY_LENGTH;
  }

  private _dayStart = 0;
  private _dayMs = Number.NaN;
}
