import { compareKeys, endOfPrefix } from '../names/key-order';
import type { Urgency } from '../requests/urgency';
import type { IPage, IStoredObject } from '../store/page';
import { pageOr } from '../store/page-or';
import type { GcsStore } from '../store/store';

/**
 * Where a listing stands: enough to go on by name when its page token is gone.
 */
export interface IPosition {
  readonly lastObject: string | null;
  readonly lastPrefix: string | null;
  readonly token: string | null;
}

/** The beginning of a folder. */
export const START: IPosition = {
  lastObject: null,
  lastPrefix: null,
  token: null
};

/**
 * What one page added; names in full, each at most once over the whole listing.
 */
export interface IListed {
  readonly prefixes: readonly string[];
  readonly objects: readonly IStoredObject[];
  /** Null: the folder is complete. */
  readonly position: IPosition | null;
}

/**
 * What is listed.
 */
export interface IListedFolder {
  readonly bucket: string;
  /** A folder, or the beginning of the names wanted in it. */
  readonly prefix: string;
  readonly payer?: string | null | undefined;
}

/**
 * List what lies directly in a folder, page by page, in the order of keys.
 *
 * Goes on by page token, and by the name after the last one when the token is not accepted; what was listed
 * before is left out then.
 */
export async function* listFolder(
  store: Pick<GcsStore, 'page'>,
  folder: IListedFolder,
  from: IPosition,
  urgency: Urgency,
  signal: AbortSignal
): AsyncGenerator<IListed, void, undefined> {
  let position: IPosition | null = from;
  while (position !== null) {
    const here: IPosition = position;
    const page = await pageAfter(store, folder, here, urgency, signal);
    const fresh = withoutListed(page, here);
    position =
      page.nextPageToken === null
        ? null
        : {
            lastObject: fresh.objects.at(-1)?.name ?? here.lastObject,
            lastPrefix: fresh.prefixes.at(-1) ?? here.lastPrefix,
            token: page.nextPageToken
          };
    yield { ...fresh, position };
  }
}

function pageAfter(
  store: Pick<GcsStore, 'page'>,
  folder: IListedFolder,
  position: IPosition,
  urgency: Urgency,
  signal: AbortSignal
): Promise<IPage> {
  const query = { ...folder, folded: true, columns: 'rows' } as const;
  return pageOr(
    one => store.page(one, urgency, signal),
    { ...query, pageToken: position.token },
    () => ({ ...query, startOffset: offsetAfter(position) })
  );
}

/** Behind the last folder everything in it is skipped; the last object itself comes again and is left out. */
function offsetAfter({ lastObject, lastPrefix }: IPosition): string | null {
  const behind = lastPrefix === null ? null : endOfPrefix(lastPrefix);
  if (behind === null || lastObject === null) {
    return behind ?? lastObject;
  }
  return compareKeys(behind, lastObject) > 0 ? behind : lastObject;
}

function withoutListed(
  page: IPage,
  { lastObject, lastPrefix }: IPosition
): Pick<IListed, 'prefixes' | 'objects'> {
  return {
    prefixes: page.prefixes.filter(
      prefix => lastPrefix === null || compareKeys(prefix, lastPrefix) > 0
    ),
    objects: page.objects.filter(
      ({ name }) => lastObject === null || compareKeys(name, lastObject) > 0
    )
  };
}
