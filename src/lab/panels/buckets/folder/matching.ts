import type { ILeapClient } from '../../../client';
import { Loadable } from '../../../loadable';
import type { IFolder } from './folder';
import type { IListed } from './listed';
import { Listing } from './listing';

/** A pause this long in the typing, and the bucket is asked. */
const PAUSE_MS = 200;

/** Ten thousand names with the same beginning: whoever wants fewer types on. */
const PAGES = 10;

/**
 * The names of a folder that begin with what is typed, asked of the bucket itself: the folder may hold more than is
 * loaded.
 */
export class Matching {
  constructor(
    client: ILeapClient,
    private readonly _onChanged: (matches: IMatches | null) => void
  ) {
    this._listing = new Listing(client, listing => {
      this._matches = { text: this._text, listing };
      this._onChanged(this._matches);
    });
  }

  /**
   * Ask for these names after a pause; the empty text asks for nothing.
   */
  type(folder: IFolder, payer: string | undefined, text: string): void {
    this.leave();
    this._text = text;
    // A slash would name another folder, and nothing in this one.
    if (text === '' || text.includes('/')) {
      return;
    }
    this._timer = setTimeout(() => {
      void this._listing.list(
        { folder, match: text, payer, pages: PAGES },
        Loadable.idle
      );
    }, PAUSE_MS);
  }

  /** Forget what was typed. */
  leave(): void {
    clearTimeout(this._timer);
    this._listing.leave();
    if (this._matches) {
      this._matches = null;
      this._onChanged(null);
    }
  }

  private readonly _listing: Listing;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _text = '';
  private _matches: IMatches | null = null;
}

/** What the bucket found of the names that begin with `text`. */
export interface IMatches {
  readonly text: string;
  readonly listing: Loadable<IListed>;
}

/**
 * What is loaded, and what the bucket found beyond it. Both are in the order of keys, and so is the whole.
 */
export function withMatches(
  listed: IListed,
  matches: IMatches | null
): IListed {
  const found = matches?.listing.value;
  if (!found) {
    return listed;
  }
  const folders = new Set(listed.folders);
  const names = new Set(listed.names);
  const fresh = found.names.flatMap((name, at) =>
    names.has(name) ? [] : [at]
  );
  return {
    ...listed,
    folders: listed.folders.concat(
      found.folders.filter(folder => !folders.has(folder))
    ),
    names: listed.names.concat(pick(found.names, fresh)),
    bytes: listed.bytes.concat(pick(found.bytes, fresh)),
    updatedAt: listed.updatedAt.concat(pick(found.updatedAt, fresh)),
    updatedMs: listed.updatedMs.concat(pick(found.updatedMs, fresh)),
    deletedOn: listed.deletedOn.concat(pick(found.deletedOn, fresh))
  };
}

function pick<T>(values: readonly T[], at: readonly number[]): readonly T[] {
  return at.flatMap(index => values.slice(index, index + 1));
}
