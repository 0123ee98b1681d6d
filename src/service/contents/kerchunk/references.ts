import { LeapError } from '../../../contract';
import { field, isObject, parseObject, textOf, type JsonObject } from '../json';
import type { ByteRange } from '../source';

/** Reference files of the largest virtual stores are hundreds of megabytes; those are for a notebook. */
export const MAX_REFERENCE_BYTES = 64 << 20;

/** A piece of another file, or the bytes themselves. */
export type Reference =
  | { readonly kind: 'inline'; readonly bytes: Uint8Array }
  | { readonly kind: 'whole'; readonly url: string }
  | {
      readonly kind: 'part';
      readonly url: string;
      readonly range: Extract<ByteRange, { offset: number }>;
    };

/**
 * Where the pieces of a virtual store are, as Kerchunk and VirtualiZarr write it.
 *
 * @see https://fsspec.github.io/kerchunk/spec.html
 */
export class References {
  private constructor(
    private readonly _references: JsonObject,
    private readonly _templates: JsonObject
  ) {}

  /**
   * Null: it is JSON of another kind.
   *
   * @throws LeapError when it is no JSON object.
   */
  static read(bytes: Uint8Array): References | null {
    const document = parseObject(bytes, 'The reference file');
    const references = field(document, 'refs') ?? document;
    if (!isObject(references) || !isStore(references)) {
      return null;
    }
    const templates = field(document, 'templates');
    if (field(document, 'gen') !== undefined) {
      throw new LeapError(
        'bad-upstream',
        'This reference file makes its references with a program (“gen”), which is not run here. Open it in a notebook.'
      );
    }
    return new References(references, isObject(templates) ? templates : {});
  }

  /** Keys that lie directly in a folder, and folders in it. */
  list(folder: string): { keys: string[]; folders: string[] } {
    const keys = new Set<string>();
    const folders = new Set<string>();
    for (const key of Object.keys(this._references)) {
      if (key.startsWith(folder)) {
        const rest = key.slice(folder.length);
        const slash = rest.indexOf('/');
        if (slash === -1) {
          keys.add(rest);
        } else {
          folders.add(rest.slice(0, slash + 1));
        }
      }
    }
    return { keys: [...keys], folders: [...folders] };
  }

  /**
   * Null: there is no such key.
   *
   * @throws LeapError `bad-upstream` when the reference makes no sense.
   */
  get(key: string): Reference | null {
    const value = field(this._references, key);
    if (value === undefined || value === null) {
      return null;
    }
    if (typeof value === 'string') {
      return { kind: 'inline', bytes: inline(value) };
    }
    if (isObject(value)) {
      return { kind: 'inline', bytes: Buffer.from(JSON.stringify(value)) };
    }
    const [url, offset, length] = Array.isArray(value)
      ? (value as unknown[])
      : [];
    if (typeof url !== 'string') {
      throw nonsense(key);
    }
    const address = this._filled(url);
    if (offset === undefined && length === undefined) {
      return { kind: 'whole', url: address };
    }
    if (!isLength(offset) || !isLength(length)) {
      throw nonsense(key);
    }
    return { kind: 'part', url: address, range: { offset, length } };
  }

  /** `{{name}}` alone: what else Jinja can do is a program. */
  private _filled(url: string): string {
    return url.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
      const text = textOf(field(this._templates, name));
      if (text === null) {
        throw new LeapError(
          'bad-upstream',
          `The reference file uses a template “${name.slice(0, 40)}” that it does not give as text.`
        );
      }
      return text;
    });
  }
}

/** Some key says what format the store has. */
function isStore(references: JsonObject): boolean {
  return ['.zgroup', '.zarray', '.zmetadata', 'zarr.json'].some(key =>
    Object.hasOwn(references, key)
  );
}

function inline(text: string): Uint8Array {
  return text.startsWith('base64:')
    ? Buffer.from(text.slice(7), 'base64')
    : Buffer.from(text);
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function nonsense(key: string): LeapError {
  return new LeapError(
    'bad-upstream',
    `The reference of “${key.slice(0, 100)}” makes no sense.`
  );
}
