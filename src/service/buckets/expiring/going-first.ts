import type { Expiring } from '../../../contract';
import { Measurement, type IMeasureOptions } from '../size/measurement';
import { recogniseFolders } from '../listing/recognition';
import type { MeasuredStore } from '../store/store';
import { isCounted } from './is-counted';

/** What goes, relative to the own folder. */
type Going = Expiring['folders'][number]['first'][number];

/** As many are named; of more it is enough to know the folder. */
const FIRST = 5;

/** Projects lie in folders of folders, seldom deeper. */
const MAX_DEPTH = 3;

/** A folder that takes more is named as it is: this is done unasked. */
const MAX_CALLS = 50;

interface ILook {
  readonly store: MeasuredStore;
  readonly place: { readonly bucket: string; readonly prefix: string };
  readonly options: Omit<IMeasureOptions, 'maxCalls'>;
}

/**
 * What goes first below a folder, soonest first: a folder in which only data sets go is named by them, at any depth, since
 * they are what somebody would keep.
 *
 * @param work - The folder's own count, done.
 */
export async function goingFirst(
  look: ILook,
  work: Measurement
): Promise<Going[]> {
  const named = await unfolded(look, work.tally.first(FIRST), MAX_DEPTH);
  return named
    .map(({ name, deletedOn }) => ({ name, deletedOn }))
    .sort((a, b) => Date.parse(a.deletedOn) - Date.parse(b.deletedOn))
    .slice(0, FIRST);
}

interface INamed extends Going {
  readonly isDataset: boolean;
}

async function unfolded(
  look: ILook,
  found: readonly Going[],
  depth: number
): Promise<INamed[]> {
  const { store, place, options } = look;
  const folders = found.flatMap(({ name }) => (isFolder(name) ? [name] : []));
  const kinds = await recogniseFolders(store, place, folders, options.signal);
  const named: INamed[] = [];
  for (const one of found) {
    const kind = kinds[folders.indexOf(one.name)] ?? null;
    const inside =
      isFolder(one.name) && kind === null && depth > 0
        ? await datasetsIn(look, one.name, depth)
        : null;
    named.push(...(inside ?? [{ ...one, isDataset: kind !== null }]));
  }
  return named;
}

/** The data sets that go in an ordinary folder; null: other things go, too, or too much to tell. */
async function datasetsIn(
  { store, place, options }: ILook,
  folder: string,
  depth: number
): Promise<INamed[] | null> {
  const inner = { ...place, prefix: place.prefix + folder };
  const work = new Measurement(store, inner, {
    ...options,
    maxCalls: MAX_CALLS
  });
  if (!(await isCounted(work))) {
    return null;
  }
  const going = work.tally.first(FIRST + 1);
  if (!work.report(true).complete || going.length > FIRST) {
    return null;
  }
  const named = await unfolded(
    { store, place: inner, options },
    going,
    depth - 1
  );
  return named.every(({ isDataset }) => isDataset)
    ? named.map(one => ({ ...one, name: folder + one.name }))
    : null;
}

function isFolder(name: string): boolean {
  return name.endsWith('/');
}
