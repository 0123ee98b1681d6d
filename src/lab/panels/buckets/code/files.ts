import { pythonString } from '../../../../contract';
import { accessTo } from '../entry';
import type { IListed } from '../folder/listed';
import { isPattern, nameFilter } from '../folder/name-filter';
import type { IBucketsState } from '../state';
import type { IOpened } from './opened';
import { isNetcdfName } from './opener';
import { fileSystem, pathOf } from './python-place';

/** More names make a cell that nobody reads: the code then finds them itself. */
const MOST_WRITTEN = 100;

/**
 * Files of one folder that are one data set together.
 */
export interface IFiles {
  /** The folder. */
  readonly opened: IOpened;
  /** In the folder, in their order, two or more. */
  readonly names: readonly string[];
  /** What they were filtered by. */
  readonly filter: string;
}

/**
 * The NetCDF files that the list shows; null: not even two, or more than are loaded and than can be written down.
 */
export function filesShown(state: IBucketsState): IFiles | null {
  const { folder, rows, filter, listing } = state;
  const access = accessTo(state);
  if (!folder || !rows || !access) {
    return null;
  }
  const names = netcdfNames(rows, filter);
  const isWhole = listing.value?.cursor === null;
  if (names.length < 2 || (names.length > MOST_WRITTEN && !isWhole)) {
    return null;
  }
  const rest = { isObject: false, dataset: null, contents: null };
  return {
    opened: { ...access, name: folder.prefix, ...rest },
    names,
    filter: filter.trim()
  };
}

/** The last answer for each listing: it is asked for at every change of what is shown. */
const known = new WeakMap<
  IListed,
  { readonly filter: string; readonly names: readonly string[] }
>();

function netcdfNames(rows: IListed, filter: string): readonly string[] {
  const last = known.get(rows);
  if (last?.filter === filter) {
    return last.names;
  }
  const isWanted = nameFilter(filter);
  const names = rows.names.filter(name => isNetcdfName(name) && isWanted(name));
  known.set(rows, { filter, names });
  return names;
}

/**
 * Python that opens the files as one data set.
 */
export function filesSnippet({ opened, names, filter }: IFiles): string {
  const isWritten = names.length <= MOST_WRITTEN;
  const isFiltered = !isWritten && filter !== '';
  return [
    ...(isFiltered ? ['from fnmatch import fnmatchcase', ''] : []),
    'import fsspec',
    'import xarray as xr',
    '',
    fileSystem(opened),
    ...(isWritten ? written(opened, names) : found(opened, names)),
    ...(isFiltered
      ? [
          `names = [name for name in names if fnmatchcase(name.split("/")[-1].lower(), ${shellPattern(filter)})]`
        ]
      : []),
    'ds = xr.open_mfdataset([fs.open(name) for name in names], chunks="auto")',
    'ds'
  ].join('\n');
}

function written(opened: IOpened, names: readonly string[]): string[] {
  const paths = names.map(name =>
    pathOf({ ...opened, name: opened.name + name })
  );
  return ['names = [', ...paths.map(path => `    ${path},`), ']'];
}

function found(opened: IOpened, names: readonly string[]): string[] {
  const endings = new Set(
    names.map(name => name.slice(name.lastIndexOf('.')).toLowerCase())
  );
  const texts = [...endings].sort().map(pythonString).join(', ');
  return [
    `names = fs.ls(${pathOf(opened)}, detail=False)`,
    `names = [name for name in names if name.lower().endswith((${texts},))]`
  ];
}

/** As a Python string; what is a pattern to Python alone is taken as it is. */
function shellPattern(filter: string): string {
  const text = filter.toLowerCase().replace(/[[?]/g, '[$&]');
  return pythonString(isPattern(filter) ? text : `*${text}*`);
}
