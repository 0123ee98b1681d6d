import { LeapError, type DatasetKind } from '../../../contract';
import type { Urgency } from '../requests/urgency';
import type { GcsStore } from '../store/store';
import { recognise, recogniseDeeper, type IContents } from './dataset';

/** Enough for every key that marks a data set to show, and few enough to cost nothing. */
const FIRST_LOOK = 100;
const DEEPER_LOOK = 50;

/** Asks for rows on the screen, so a handful at once is enough. */
const URGENCY: Urgency = 'background';

type Place = {
  readonly bucket: string;
  readonly prefix: string;
  readonly payer?: string | null;
};

/**
 * Which of these folders are data sets; null: an ordinary folder, or one that could not be read.
 *
 * At most three requests a folder, whatever it holds.
 */
export function recogniseFolders(
  store: Pick<GcsStore, 'page'>,
  place: Place,
  names: readonly string[],
  signal: AbortSignal
): Promise<(DatasetKind | null)[]> {
  return Promise.all(
    names.map(async name => {
      const folder = { ...place, prefix: place.prefix + name };
      try {
        return await recogniseFolder(store, folder, signal);
      } catch (reason) {
        // One folder that cannot be read must not hide what the others are; a cancelled request ends all.
        if (reason instanceof LeapError && reason.code !== 'cancelled') {
          return null;
        }
        throw reason;
      }
    })
  );
}

async function recogniseFolder(
  store: Pick<GcsStore, 'page'>,
  folder: Place,
  signal: AbortSignal
): Promise<DatasetKind | null> {
  const verdict = recognise(await look(store, folder, signal));
  switch (verdict.kind) {
    case 'dataset':
      return verdict.dataset;
    case 'ordinary':
      return null;
    case 'look-for': {
      const found = await hasObject(store, folder, verdict.object, signal);
      return found ? verdict.dataset : null;
    }
    case 'look-deeper':
      return recogniseDeeper(await firstNames(store, folder, signal));
  }
}

async function look(
  store: Pick<GcsStore, 'page'>,
  folder: Place,
  signal: AbortSignal
): Promise<IContents> {
  const page = await store.page(
    { ...folder, folded: true, columns: 'names', maxResults: FIRST_LOOK },
    URGENCY,
    signal
  );
  const start = folder.prefix.length;
  return {
    prefixes: page.prefixes.map(prefix => prefix.slice(start)),
    objects: page.objects.map(({ name }) => name.slice(start)),
    complete: page.nextPageToken === null
  };
}

async function hasObject(
  store: Pick<GcsStore, 'page'>,
  folder: Place,
  object: string,
  signal: AbortSignal
): Promise<boolean> {
  const name = folder.prefix + object;
  const page = await store.page(
    {
      ...folder,
      folded: true,
      columns: 'names',
      maxResults: 1,
      startOffset: name
    },
    URGENCY,
    signal
  );
  return page.objects[0]?.name === name;
}

async function firstNames(
  store: Pick<GcsStore, 'page'>,
  folder: Place,
  signal: AbortSignal
): Promise<string[]> {
  const page = await store.page(
    { ...folder, folded: false, columns: 'names', maxResults: DEEPER_LOOK },
    URGENCY,
    signal
  );
  return page.objects.map(({ name }) => name.slice(folder.prefix.length));
}
