import { readPage } from './page';
import { PAGE_ENTRIES } from './page-query';
import { PageInstants } from './page-instants';
import { PageText } from './page-text';
import {
  inColumns,
  type ISizedObjects,
  type ISizedPage
} from './sized-objects';

const encode = (text: string): Buffer => Buffer.from(text);
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COMMA, COLON] = [
  ...encode('{}[],:')
] as [number, number, number, number, number, number];

const [SLASH] = [...encode('/')] as [number];

const ITEMS = encode('items');
const TOKEN = encode('nextPageToken');
const KIND = encode('kind');
const FIELDS = ['name', 'size', 'timeCreated', 'storageClass'].map(encode);
const [NAME, SIZE, CREATED] = [0, 1, 2] as const;

/** How an object is written. */
interface IShape {
  /** Of what stands before each value and behind the last one, where an example begins and ends. */
  readonly between: number[];
  /** Which of `FIELDS` each value is. */
  readonly fields: number[];
}

/**
 * Read the body of a page of objects to count; null when it is not one, such as one that was cut off.
 *
 * A page as the storage service writes them is read where it lies. Whatever is unusual in it, an escape in a name or a
 * field nobody asked for, makes it one for `JSON.parse`, which takes four times as long.
 */
export function readSizedPage(body: Buffer): ISizedPage | null {
  const page = readPlain(body);
  if (page !== null) {
    return page;
  }
  const read = readPage(body.toString('utf8'));
  return (
    read && {
      objects: inColumns(read.objects),
      nextPageToken: read.nextPageToken
    }
  );
}

function readPlain(body: Buffer): ISizedPage | null {
  const text = new PageText(body);
  const objects = new Objects(text);
  let token: string | null = null;
  let hasItems = false;
  if (!text.passes(OPEN)) {
    return null;
  }
  for (let isFirst = true; !text.passes(CLOSE); isFirst = false) {
    const isNext = isFirst || text.passes(COMMA);
    if (!isNext || !text.passesText()) {
      return null;
    }
    if (text.is(ITEMS) && !hasItems) {
      hasItems = true;
      if (!text.passes(COLON) || !objects.passesList()) {
        return null;
      }
    } else {
      const isToken = text.is(TOKEN);
      if (!(isToken || text.is(KIND)) || !text.passesValue()) {
        return null;
      }
      token = isToken ? text.text() : token;
    }
  }
  return text.isOver
    ? { objects, nextPageToken: token === '' ? null : token }
    : null;
}

/** Where the objects of a page stand in its text, and what else is counted of them. */
class Objects implements ISizedObjects {
  constructor(private readonly _text: PageText) {
    this._instants = new PageInstants(_text);
  }

  count = 0;
  readonly bytes = new Float64Array(PAGE_ENTRIES);
  readonly createdMs = new Float64Array(PAGE_ENTRIES);
  readonly storageClasses: string[] = [];

  nameAt(index: number): string {
    return this._text.text(this._starts[index], this._ends[index]);
  }

  isDirectlyIn(folder: string, index: number): boolean {
    if (folder !== this._folder) {
      this._folder = folder;
      this._folderBytes = Buffer.byteLength(folder);
    }
    const from = (this._starts[index] ?? 0) + this._folderBytes;
    return !this._text.has(SLASH, from, this._ends[index] ?? 0);
  }

  /** Pass a list of objects; false: there is something unusual in it. */
  passesList(): boolean {
    const text = this._text;
    if (!text.passes(OPEN_LIST)) {
      return false;
    }
    for (let isFirst = true; !text.passes(CLOSE_LIST); isFirst = false) {
      const from = text.at;
      if (!(isFirst || text.passes(COMMA)) || !this._passesObject(from)) {
        return false;
      }
      while (!isFirst && this._passesAlike()) {
        // One after the other, as far as they are written the same way.
      }
    }
    return true;
  }

  /** @param from - Where what comes before it ends. */
  private _passesObject(from: number): boolean {
    const text = this._text;
    const shape: IShape = { between: [], fields: [] };
    let end = from;
    this._begin();
    if (!text.passes(OPEN)) {
      return false;
    }
    for (let isFirst = true; !text.passes(CLOSE); isFirst = false) {
      if (!(isFirst || text.passes(COMMA)) || !text.passesText()) {
        return false;
      }
      const field = FIELDS.findIndex(name => text.is(name));
      if (field === -1 || !text.passesValue()) {
        return false;
      }
      shape.between.push(end, text.start);
      shape.fields.push(field);
      end = text.end;
      this._note(field);
    }
    shape.between.push(end, text.at);
    this._shape = shape;
    return this._isNoted();
  }

  /** Pass an object that is written the same way as the one before it; what that is need not be found out again. */
  private _passesAlike(): boolean {
    const text = this._text;
    const { between, fields } = this._shape;
    const from = text.at;
    let at = 0;
    this._begin();
    for (const field of fields) {
      const isAlike =
        text.passesSame(between[at] ?? 0, between[at + 1] ?? 0) &&
        text.passesPlain();
      if (!isAlike) {
        text.at = from;
        return false;
      }
      this._note(field);
      at += 2;
    }
    const isAlike = text.passesSame(between[at] ?? 0, between[at + 1] ?? 0);
    if (!isAlike || !this._isNoted()) {
      text.at = from;
      return false;
    }
    return true;
  }

  /** Forget what was taken in of an object that was not understood after all. */
  private _begin(): void {
    const at = this.count;
    this._starts[at] = 0;
    this.bytes[at] = 0;
    this.createdMs[at] = Number.NaN;
    this.storageClasses[at] = '';
  }

  /** Take in the last text. */
  private _note(field: number): void {
    const text = this._text;
    const at = this.count;
    switch (field) {
      case NAME:
        this._starts[at] = text.start;
        this._ends[at] = text.end;
        break;
      case SIZE:
        this.bytes[at] = text.number();
        break;
      case CREATED:
        this.createdMs[at] = this._instants.read();
        break;
      default:
        this.storageClasses[at] = this._classOf();
    }
  }

  /** Count an object when all of it is understood. */
  private _isNoted(): boolean {
    const at = this.count;
    const isNoted =
      at < PAGE_ENTRIES &&
      (this._starts[at] ?? 0) > 0 &&
      !Number.isNaN(this.bytes[at]);
    this.count += isNoted ? 1 : 0;
    return isNoted;
  }

  /** Nearly all are of the same, which takes one string. */
  private _classOf(): string {
    const text = this._text;
    if (!text.isSame(this._classStart, this._classEnd)) {
      this._class = text.text();
      this._classStart = text.start;
      this._classEnd = text.end;
    }
    return this._class;
  }

  private readonly _instants: PageInstants;
  private readonly _starts = new Uint32Array(PAGE_ENTRIES);
  private readonly _ends = new Uint32Array(PAGE_ENTRIES);
  private _shape: IShape = { between: [], fields: [] };
  private _class = '';
  private _folder = '';
  private _folderBytes = 0;
  private _classStart = 0;
  private _classEnd = 0;
}
