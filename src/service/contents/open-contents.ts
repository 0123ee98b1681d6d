import type { Contents } from '../../contract';
import { openFile, readFileContents, type IFile } from './files/open-file';
import { kindOfFile } from './files/kind';
import { ReferenceSource, type OpenFile } from './kerchunk/reference-source';
import { MAX_REFERENCE_BYTES, References } from './kerchunk/references';
import type { ITarget } from './place';
import type { ISource } from './source';
import { summarise } from './summary';
import { obstacleOf } from './zarr/obstacle';
import { openZarr } from './zarr/open-zarr';
import type { ZarrArrays } from './zarr/zarr-arrays';

/**
 * A data set of arrays and where its chunks are.
 */
export interface IOpenedArrays {
  readonly arrays: ZarrArrays;
  readonly source: ISource;
}

/** A file that may be a data set of arrays, with what was read of it. */
type Opened =
  | { readonly kind: 'arrays'; readonly opened: IOpenedArrays }
  | { readonly kind: 'file'; readonly file: IFile }
  | { readonly kind: 'nothing' };

/**
 * The arrays of a data set, from its metadata alone; null when the place holds none.
 *
 * @param openOther - Opens the files that references point to.
 * @throws LeapError what the source says, `bad-upstream` for metadata that cannot be read.
 */
export async function openArrays(
  target: ITarget,
  openOther: OpenFile,
  signal: AbortSignal
): Promise<IOpenedArrays | null> {
  const opened = await open(target, openOther, signal);
  return opened.kind === 'arrays' ? opened.opened : null;
}

/**
 * What is in a place.
 */
export async function openContents(
  target: ITarget,
  openOther: OpenFile,
  signal: AbortSignal
): Promise<Contents> {
  const opened = await open(target, openOther, signal);
  switch (opened.kind) {
    case 'arrays':
      return summarise(opened.opened.arrays, obstacleOf);
    case 'file':
      return readFileContents(opened.file, signal);
    case 'nothing':
      return {
        kind: 'unknown',
        reason: 'There is no data set here that can be looked into.'
      };
  }
}

/** An address without a slash may mean a file or a store: names of files end as files do. */
async function open(
  target: ITarget,
  openOther: OpenFile,
  signal: AbortSignal
): Promise<Opened> {
  const { name, folder, object } = target;
  const tries = [
    () => openFolder(folder, signal),
    () => openObject(name, object, openOther, signal)
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
  signal: AbortSignal
): Promise<Opened> {
  const arrays = folder && (await openZarr(folder, signal));
  return arrays
    ? { kind: 'arrays', opened: { arrays, source: folder } }
    : { kind: 'nothing' };
}

async function openObject(
  name: string,
  object: ISource | null,
  openOther: OpenFile,
  signal: AbortSignal
): Promise<Opened> {
  const file = object && (await openFile(name, object, signal));
  if (!file) {
    return { kind: 'nothing' };
  }
  if (kindOfFile(file) === 'json' && mayBeReferences(file)) {
    const opened = await openReferences(file, openOther, signal);
    if (opened) {
      return { kind: 'arrays', opened };
    }
  }
  return { kind: 'file', file };
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
  openOther: OpenFile,
  signal: AbortSignal
): Promise<IOpenedArrays | null> {
  const bytes = isWhole
    ? first
    : await source.read('', MAX_REFERENCE_BYTES, signal);
  const references = bytes && References.read(bytes);
  if (!references) {
    return null;
  }
  const virtual = new ReferenceSource(references, openOther);
  const arrays = await openZarr(virtual, signal);
  return (
    arrays && {
      arrays: {
        ...arrays,
        format: `Kerchunk references, ${arrays.format.split(',')[0] ?? ''}`
      },
      source: virtual
    }
  );
}
