import type { DatasetKind } from '../../../contract';

/**
 * What lies directly in a folder: names relative to it, folders with their closing slash.
 */
export interface IContents {
  readonly prefixes: readonly string[];
  readonly objects: readonly string[];
  /** False: there is more, so what is missing here may still be there. */
  readonly complete: boolean;
}

/** What is known after the first look: a kind, nothing, or which further look would tell. */
export type Verdict =
  | { kind: 'dataset'; dataset: DatasetKind }
  | { kind: 'ordinary' }
  | { kind: 'look-for'; object: string; dataset: DatasetKind }
  | { kind: 'look-deeper' };

const ZARR2 = ['.zgroup', '.zarray'];
const MARKERS = new Set(['_SUCCESS', '_metadata', '_common_metadata']);

/**
 * Tell a data set by the keys directly below a folder.
 */
export function recognise(contents: IContents): Verdict {
  const objects = new Set(contents.objects);
  const prefixes = new Set(contents.prefixes);
  if (ZARR2.some(key => objects.has(key))) {
    return dataset('zarr2');
  }
  if (objects.has('zarr.json')) {
    return dataset('zarr3');
  }
  if (isIcechunk(objects, prefixes)) {
    return dataset('icechunk');
  }
  // A consolidated store has a group beside it; Kerchunk's references have none, but `refs.0.parq` deeper down.
  if (objects.has('.zmetadata')) {
    return { kind: 'look-deeper' };
  }
  if (looksPartitioned(contents)) {
    return { kind: 'look-deeper' };
  }
  return contents.complete
    ? { kind: 'ordinary' }
    : { kind: 'look-for', object: 'zarr.json', dataset: 'zarr3' };
}

/**
 * Tell a data set by the first keys at any depth, where those directly in the folder were not enough.
 */
export function recogniseDeeper(names: readonly string[]): DatasetKind | null {
  if (names.includes('.zmetadata')) {
    return names.some(name => /(^|\/)refs\.\d+\.parq$/.test(name))
      ? 'kerchunk'
      : 'zarr2';
  }
  const data = names.filter(name => !isMarker(name));
  return data.length > 0 && data.every(name => /\.(parquet|parq)$/.test(name))
    ? 'parquet'
    : null;
}

function dataset(kind: DatasetKind): Verdict {
  return { kind: 'dataset', dataset: kind };
}

/** Snapshots and manifests belong to every Icechunk repository; `refs/` is in version 1, `repo` in version 2. */
function isIcechunk(
  objects: ReadonlySet<string>,
  prefixes: ReadonlySet<string>
): boolean {
  return (
    prefixes.has('snapshots/') &&
    (prefixes.has('refs/') || objects.has('repo')) &&
    (prefixes.has('manifests/') || prefixes.has('transactions/'))
  );
}

/** Files of Parquet alone, or folders `year=2020/` alone. */
function looksPartitioned({ prefixes, objects }: IContents): boolean {
  const data = objects.filter(name => !isMarker(name));
  const isAllParquet = data.every(name => /\.(parquet|parq)$/.test(name));
  const isAllHive = prefixes.every(name => /^[^=/]+=[^/]*\/$/.test(name));
  return isAllParquet && isAllHive && data.length + prefixes.length > 0;
}

function isMarker(name: string): boolean {
  const own = name.slice(name.lastIndexOf('/') + 1);
  return own === '' || MARKERS.has(own) || own.endsWith('.crc');
}
