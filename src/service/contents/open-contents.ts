import type {
  ArrayForm,
  Contents,
  StoreVersion,
  StoreVersions
} from '../../contract';
import type { IArrays } from './array';
import type { Describe, FileFormat } from './described';
import type { IFileArray } from './file-array';
import type { IFile } from './files/file';
import { openFile, readFileContents } from './files/open-file';
import { kindOfFile } from './files/kind';
import { openIcechunk } from './icechunk/open-icechunk';
import type { OpenFile } from './kerchunk/pieces';
import { ReferenceSource } from './kerchunk/reference-source';
import { ParquetReferences } from './kerchunk/parquet-references';
import { MAX_REFERENCE_BYTES, References } from './kerchunk/references';
import { openNetcdf3 } from './netcdf3/open-netcdf3';
import type { ITarget } from './place';
import type { ISource } from './source';
import { summarise } from './summary';
import { openPartitioned } from './tables/partitioned';
import { obstacleOf } from './zarr/obstacle';
import { openZarr } from './zarr/open-zarr';
import type { IZarrArrays } from './zarr/zarr-arrays';

/**
 * A data set of arrays and where its chunks are.
 */
export type IOpenedArrays =
  | {
      readonly kind: 'zarr';
      readonly form: Exclude<ArrayForm, 'hdf5' | 'geotiff'>;
      readonly arrays: IZarrArrays;
      readonly source: ISource;
      /** Absent: it has one version. */
      readonly versions?: StoreVersions;
    }
  | {
      readonly kind: 'file';
      readonly format: FileFormat;
      readonly arrays: IArrays<IFileArray>;
      readonly source: ISource;
      readonly fileBytes: number;
    };

/** What data sets are opened with, beside their own bytes. */
export interface IOpeners {
  /** Opens the files that references point to. */
  readonly openOther: OpenFile;
  readonly describe: Describe;
}

/** A file that may be a data set of arrays, with what was read of it. */
type Opened =
  | { readonly kind: 'arrays'; readonly opened: IOpenedArrays }
  | { readonly kind: 'file'; readonly file: IFile }
  | { readonly kind: 'contents'; readonly contents: Contents }
  | { readonly kind: 'nothing' };

/**
 * The arrays of a data set, from its metadata alone; null when the place holds none.
 *
 * @throws LeapError what the source says, `bad-upstream` for metadata that cannot be read.
 */
export async function openArrays(
  target: ITarget,
  openers: IOpeners,
  signal: AbortSignal
): Promise<IOpenedArrays | null> {
  const opened = await open(target, openers, signal);
  return opened.kind === 'arrays' ? opened.opened : null;
}

/**
 * What is in a place.
 */
export async function openContents(
  target: ITarget,
  openers: IOpeners,
  signal: AbortSignal
): Promise<Contents> {
  const opened = await open(target, openers, signal);
  switch (opened.kind) {
    case 'arrays':
      return summed(opened.opened);
    case 'file':
      return readFileContents(opened.file, signal);
    case 'contents':
      return opened.contents;
    case 'nothing':
      return {
        kind: 'unknown',
        reason: 'What is in this is not read here yet. Open it in a notebook.'
      };
  }
}

/** An address without a slash may mean a file or a store: names of files end as files do. */
async function open(
  target: ITarget,
  openers: IOpeners,
  signal: AbortSignal
): Promise<Opened> {
  const { name, folder, object, version } = target;
  const tries = [
    () => openFolder(folder, version, openers, signal),
    () => openObject(name, object, openers, signal)
  ];
  if (
    /\.(nc4?|h5|hdf5?|tiff?|json|parq(uet)?|png|jpe?g|csv|txt|ipynb)$/i.test(
      name
    )
  ) {
    tries.reverse();
  }
  for (const attempt of tries) {
    const opened = await attempt();
    if (opened.kind !== 'nothing') {
      return opened;
    }
  }
  return { kind: 'nothing' };
}

async function openFolder(
  folder: ISource | null,
  version: StoreVersion | undefined,
  openers: IOpeners,
  signal: AbortSignal
): Promise<Opened> {
  if (folder === null) {
    return { kind: 'nothing' };
  }
  const arrays = await openZarr(folder, signal);
  if (arrays) {
    const references = referencesIn(folder, arrays, openers);
    const form = references ? 'kerchunk' : 'zarr';
    const source = references ?? folder;
    return { kind: 'arrays', opened: { kind: 'zarr', form, arrays, source } };
  }
  const opened = await openIcechunk(folder, version, openers.openOther, signal);
  if (opened) {
    return {
      kind: 'arrays',
      opened: { kind: 'zarr', form: 'icechunk', ...opened }
    };
  }
  const table = await openPartitioned(folder, openers.describe, signal);
  return table ? { kind: 'contents', contents: table } : { kind: 'nothing' };
}

/** References in Parquet look like a store, but for its chunks. */
function referencesIn(
  folder: ISource,
  { arrays, recordSize }: IZarrArrays,
  { describe, openOther }: IOpeners
): ISource | null {
  return recordSize === undefined
    ? null
    : new ReferenceSource(
        new ParquetReferences(arrays, recordSize, folder, describe),
        openOther
      );
}

async function openObject(
  name: string,
  object: ISource | null,
  openers: IOpeners,
  signal: AbortSignal
): Promise<Opened> {
  const file = object && (await openFile(name, object, signal));
  if (!file) {
    return { kind: 'nothing' };
  }
  const kind = kindOfFile(file);
  if (kind === 'hdf5' || kind === 'tiff' || kind === 'parquet') {
    return describeFile(kind, file, openers, signal);
  }
  if (kind === 'netcdf3') {
    const netcdf3 = await openNetcdf3(file, signal);
    return { kind: 'arrays', opened: { kind: 'zarr', ...netcdf3 } };
  }
  if (kind === 'json' && mayBeReferences(file)) {
    const opened = await openReferences(file, openers, signal);
    if (opened) {
      return { kind: 'arrays', opened };
    }
  }
  return { kind: 'file', file };
}

async function describeFile(
  format: FileFormat,
  { source, first, isWhole }: IFile,
  openers: IOpeners,
  signal: AbortSignal
): Promise<Opened> {
  const fileBytes = isWhole
    ? first.length
    : ((await source.sizeOf('', signal)) ?? 0);
  const described = await openers.describe(format, source, fileBytes, signal);
  if (described.kind === 'table') {
    return { kind: 'contents', contents: described.table };
  }
  if (described.kind === 'references') {
    return { kind: 'nothing' };
  }
  const { arrays } = described;
  return {
    kind: 'arrays',
    opened: { kind: 'file', format, arrays, source, fileBytes }
  };
}

function summed(opened: IOpenedArrays): Contents {
  return opened.kind === 'zarr'
    ? {
        ...summarise(opened.arrays, obstacleOf),
        form: opened.form,
        versions: opened.versions ?? null
      }
    : {
        ...summarise(opened.arrays, ({ obstacle }) => obstacle),
        form: opened.format === 'tiff' ? 'geotiff' : 'hdf5',
        versions: null
      };
}

/** Kerchunk writes the store's own metadata, or the version of its form, before anything else. */
function mayBeReferences({ first }: IFile): boolean {
  const head = Buffer.from(first).toString('latin1');
  return /"(\.zgroup|\.zarray|\.zattrs|\.zmetadata|zarr\.json|refs)"\s*:/.test(
    head
  );
}

async function openReferences(
  { source, first, isWhole }: IFile,
  openers: IOpeners,
  signal: AbortSignal
): Promise<IOpenedArrays | null> {
  const bytes = isWhole
    ? first
    : await source.read('', MAX_REFERENCE_BYTES, signal);
  const references = bytes && References.read(bytes);
  if (!references) {
    return null;
  }
  const virtual = new ReferenceSource(references, openers.openOther);
  const arrays = await openZarr(virtual, signal);
  return (
    arrays && {
      kind: 'zarr',
      form: 'kerchunk',
      arrays: {
        ...arrays,
        format: `Kerchunk references, ${arrays.format.split(',')[0] ?? ''}`
      },
      source: virtual
    }
  );
}
