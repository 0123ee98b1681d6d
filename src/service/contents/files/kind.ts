import type { IFile } from './file';

/** What a file is, by its first bytes and then by its name. */
export type FileKind =
  | 'hdf5'
  | 'netcdf3'
  | 'tiff'
  | 'parquet'
  | 'image'
  | 'notebook'
  | 'json'
  | 'delimited'
  | 'text'
  | 'active'
  | 'empty'
  | 'unknown';

const MAGIC: readonly (readonly [kind: FileKind, start: RegExp])[] = [
  ['hdf5', /^\x89HDF\r\n\x1a\n/],
  ['netcdf3', /^CDF[\x01\x02\x05]/],
  ['tiff', /^(II[*+]\0|MM\0[*+])/],
  ['parquet', /^PAR1/],
  ['image', /^(\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|RIFF[^]{4}WEBP)/]
];

/** HDF5 may have a block of its user's before its own beginning. */
const HDF5_STARTS = [512, 1024, 2048, 4096];

/**
 * Tell what a file is.
 */
export function kindOfFile({
  name,
  first,
  isWhole
}: Pick<IFile, 'name' | 'first' | 'isWhole'>): FileKind {
  if (first.length === 0) {
    return 'empty';
  }
  // A character for each byte; the browsers' latin1 is another code from 0x80 to 0x9f.
  const start = Buffer.from(first.subarray(0, 16)).toString('latin1');
  const found = MAGIC.find(([, pattern]) => pattern.test(start));
  if (found) {
    return found[0];
  }
  const isHdf5 = HDF5_STARTS.some(at =>
    /^\x89HDF/.test(Buffer.from(first.subarray(at, at + 8)).toString('latin1'))
  );
  if (isHdf5) {
    return 'hdf5';
  }
  return isText(first, isWhole) ? kindOfText(name, first) : 'unknown';
}

function kindOfText(name: string, first: Uint8Array): FileKind {
  const head = Buffer.from(first.subarray(0, 1024))
    .toString('utf8')
    .trimStart();
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (
    /^(html?|xhtml|svg|xml)$/.test(ending) ||
    /^(\ufeff)?<(!doctype|html|svg|\?xml)/i.test(head)
  ) {
    return 'active';
  }
  if (ending === 'ipynb') {
    return 'notebook';
  }
  if (/^(csv|tsv)$/.test(ending)) {
    return 'delimited';
  }
  return /^(json|geojson|jsonl|ndjson)$/.test(ending) || /^[{[]/.test(head)
    ? 'json'
    : 'text';
}

/** UTF-8 without control characters. A character that is cut off at the end is none that is wrong. */
function isText(first: Uint8Array, isWhole: boolean): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(first, {
      stream: !isWhole
    });
    return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
  } catch {
    // Not UTF-8: bytes of some kind.
    return false;
  }
}
