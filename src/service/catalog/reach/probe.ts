import type { StoreForm, StoreFormat } from '../../../contract';

/**
 * A file that tells what a store is.
 */
export interface IProbe {
  /** What is added to the store's own path. */
  readonly path: string;
  /** As many first bytes are enough to tell. */
  readonly bytes: number;
  /** Null: it is something else. Some hosts answer everything with a web page and status 200. */
  readonly recognise: (text: string) => StoreForm | null;
}

/** Enough for the first bytes of a file, and for the first keys of a JSON document. */
const FEW_BYTES = 512;
const JSON_BYTES = 16 << 10;

/** Attributes stand before the gathered metadata in a group's `zarr.json`, and some histories are long. */
const GROUP_BYTES = 1 << 20;

const ZARR: readonly IProbe[] = [
  json('/.zmetadata', text =>
    text.includes('"record_size"') ? 'kerchunk-parquet' : 'zarr2'
  ),
  { path: '/zarr.json', bytes: GROUP_BYTES, recognise: zarr3 },
  json('/.zgroup', () => 'zarr2-scattered'),
  json('/.zarray', () => 'zarr-array')
];

const ICECHUNK: readonly IProbe[] = [
  // Of its format 2 and 1.
  {
    path: '/repo',
    bytes: FEW_BYTES,
    recognise: text => (text.startsWith('ICE\u00f0') ? 'icechunk' : null)
  },
  json('/refs/branch.main/ref.json', () => 'icechunk')
];

const FILE: IProbe = { path: '', bytes: JSON_BYTES, recognise: fileForm };

const TABLE: readonly IProbe[] = ['/_metadata', '/_common_metadata'].map(
  path => ({
    path,
    bytes: FEW_BYTES,
    recognise: text => (text.startsWith('PAR1') ? 'parquet' : null)
  })
);

/**
 * The files by which a store is looked for: those of the format that its address promises, then those of what is
 * often taken for it.
 */
export function probesOf(format: StoreFormat, path: string): readonly IProbe[] {
  switch (format) {
    case 'zarr':
      return [...ZARR, ...ICECHUNK];
    case 'icechunk':
      return [...ICECHUNK, ...ZARR];
    case 'kerchunk':
      return /\.par(q|quet)$/.test(path)
        ? [json('/.zmetadata', () => 'kerchunk-parquet')]
        : [FILE];
    case 'parquet':
      return [FILE, ...TABLE];
    case 'netcdf':
    case 'intake-esm':
      return [FILE];
    case 'unknown':
      return [FILE, ...ZARR, ...ICECHUNK];
  }
}

/**
 * What a folder is by the names of some of its objects, for what has no file of its own that says so.
 */
export function formByNames(names: readonly string[]): StoreForm | null {
  return names.some(name => /\.(parquet|parq)$/i.test(name)) ? 'parquet' : null;
}

function json(path: string, form: (text: string) => StoreForm): IProbe {
  return {
    path,
    bytes: JSON_BYTES,
    recognise: text => (isJsonObject(text) ? form(text) : null)
  };
}

function isJsonObject(text: string): boolean {
  return /^\s*\{/.test(text);
}

/** Only the beginning may be there, so it is looked through and not parsed. */
function zarr3(text: string): StoreForm | null {
  if (!isJsonObject(text) || !/"zarr_format"\s*:\s*3/.test(text)) {
    return null;
  }
  if (/"node_type"\s*:\s*"array"/.test(text) && !isGathered(text)) {
    return 'zarr-array';
  }
  return isGathered(text) ? 'zarr3' : 'zarr3-scattered';
}

function isGathered(text: string): boolean {
  return /"consolidated_metadata"\s*:\s*\{/.test(text);
}

function fileForm(text: string): StoreForm | null {
  if (text.startsWith('\u0089HDF')) {
    return 'netcdf4';
  }
  if (text.startsWith('CDF')) {
    return text.startsWith('CDF\u0005') ? 'netcdf5' : 'netcdf3';
  }
  if (text.startsWith('PAR1')) {
    return 'parquet';
  }
  // References, packed with Zstandard.
  if (text.startsWith('\u0028\u00b5\u002f\u00fd')) {
    return 'kerchunk';
  }
  if (!isJsonObject(text)) {
    return null;
  }
  if (/"esmcat_version"|"aggregation_control"/.test(text)) {
    return 'intake-esm';
  }
  return /"refs"|\.zgroup"|\.zarray"|zarr\.json"/.test(text)
    ? 'kerchunk'
    : null;
}
