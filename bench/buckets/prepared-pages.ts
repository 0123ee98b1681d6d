import type { IAnswer, ICall } from '../../test/support/gcs/call';
import { below, parseFields } from '../../test/support/gcs/fields';
import { GeneratedSource, type ILayout } from '../../test/support/gcs/layouts';
import { resourceOf } from '../../test/support/gcs/listing';
import { compareNames, firstIndex } from '../../test/support/gcs/names';

const MOST_RESULTS = 1000;

/** Objects that are written out together. */
const BLOCK = 1000;

interface IBlock {
  readonly bytes: Buffer;
  /** Where each object's text begins, and where the last one ends with its comma. */
  readonly starts: Uint32Array;
}

/**
 * The pages of a listing without folders, written out in advance: making them takes longer than the 50 ms that a
 * page is on the way, and would be measured with every tool.
 */
export class PreparedPages {
  constructor(bucket: string, layout: ILayout) {
    this._layout = layout;
    this._source = new GeneratedSource(bucket, layout, Date.now());
  }

  /**
   * Write out all objects with these fields.
   */
  prepare(fields: string | null): void {
    for (let at = 0; at < this._layout.count; at += BLOCK) {
      this._block(fields, Math.floor(at / BLOCK));
    }
  }

  /**
   * The answer to a call; undefined for those that need the emulator.
   */
  answer({ operation, query }: ICall): IAnswer | undefined {
    const isPlain =
      operation === 'objects.list' &&
      ((query.get('delimiter') ?? '') === '' || this._hasNoFolders()) &&
      !query.has('matchGlob') &&
      query.get('versions') !== 'true' &&
      query.get('softDeleted') !== 'true';
    if (!isPlain) {
      return undefined;
    }
    const [from, end] = this._range(query);
    const asked = Number(query.get('maxResults') ?? 0);
    const most = asked > 0 ? Math.min(asked, MOST_RESULTS) : MOST_RESULTS;
    const to = Math.max(from, Math.min(end, from + most));
    const token = to < end ? `"nextPageToken":"${write(to)}",` : '';
    const fields = query.get('fields');
    const isNamed = below(parseFields(fields), 'kind') !== undefined;
    const kind = isNamed ? '"kind":"storage#objects",' : '';
    const items = [...this._parts(fields, from, to)];
    return {
      status: 200,
      headers: { 'content-type': 'application/json; charset=UTF-8' },
      body: Buffer.concat([
        Buffer.from(`{${kind}${token}"items":[`),
        ...items,
        Buffer.from(']}')
      ])
    };
  }

  private _hasNoFolders(): boolean {
    if (this._isFlat === undefined) {
      this._isFlat = true;
      for (let at = 0; at < this._layout.count && this._isFlat; at += 1) {
        this._isFlat = !this._layout.nameAt(at).includes('/');
      }
    }
    return this._isFlat;
  }

  private _range(query: URLSearchParams): readonly [number, number] {
    const prefix = query.get('prefix') ?? '';
    const start = query.get('startOffset') ?? '';
    const end = query.get('endOffset');
    const first = this._find(compareNames(prefix, start) > 0 ? prefix : start);
    const token = query.get('pageToken') ?? '';
    const from = token === '' ? first : Math.max(first, Number(read(token)));
    const last = end === null ? this._layout.count : this._find(end);
    const outside = firstIndex(
      last,
      at => !this._layout.nameAt(at).startsWith(prefix),
      Math.min(from, last)
    );
    return [from, prefix === '' ? last : outside];
  }

  private _find(name: string): number {
    return name === ''
      ? 0
      : firstIndex(
          this._layout.count,
          at => compareNames(this._layout.nameAt(at), name) >= 0
        );
  }

  private *_parts(
    fields: string | null,
    from: number,
    to: number
  ): Generator<Buffer> {
    for (let at = from; at < to;) {
      const block = Math.floor(at / BLOCK);
      const { bytes, starts } = this._block(fields, block);
      const stop = Math.min(to, (block + 1) * BLOCK);
      const isLast = stop === to;
      yield bytes.subarray(
        starts[at - block * BLOCK],
        (starts[stop - block * BLOCK] ?? 0) - (isLast ? 1 : 0)
      );
      at = stop;
    }
  }

  private _block(fields: string | null, block: number): IBlock {
    const key = `${String(block)} ${fields ?? ''}`;
    let found = this._blocks.get(key);
    if (found === undefined) {
      found = this._write(fields, block);
      this._blocks.set(key, found);
    }
    return found;
  }

  private _write(fields: string | null, block: number): IBlock {
    const mask = below(parseFields(fields), 'items') ?? null;
    const resource = resourceOf(mask, 'noAcl');
    const to = Math.min(this._layout.count, (block + 1) * BLOCK);
    const starts = new Uint32Array(BLOCK + 1);
    let text = '';
    let bytes = 0;
    for (let at = block * BLOCK; at < to; at += 1) {
      const object = resource(this._source.objectAt(at), 'http://localhost');
      const one = `${JSON.stringify(object)},`;
      text += one;
      bytes += Buffer.byteLength(one);
      starts[at - block * BLOCK + 1] = bytes;
    }
    return { bytes: Buffer.from(text), starts };
  }

  private readonly _layout: ILayout;
  private readonly _source: GeneratedSource;
  private _isFlat: boolean | undefined;
  private readonly _blocks = new Map<string, IBlock>();
}

function write(index: number): string {
  return Buffer.from(String(index)).toString('base64url');
}

function read(token: string): string {
  return Buffer.from(token, 'base64url').toString();
}
