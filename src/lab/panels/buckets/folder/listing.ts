import { LeapError, type ListingPage } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { Loadable } from '../../../loadable';
import type { IFolder } from './folder';
import { withPages, type IListed } from './listed';
import { paidBy } from './payers';

/** Pages of a long listing are shown together this often: every showing sorts all rows. */
const SHOW_EVERY_MS = 250;

/** What is listed of a folder, and by whom it is paid. */
export interface IWanted {
  readonly folder: IFolder;
  /** Only names that begin with this; absent: all. */
  readonly match?: string;
  readonly payer: string | undefined;
  readonly pages: number;
}

/**
 * Lists one folder at a time; another one, or the same again, ends the first.
 */
export class Listing {
  constructor(
    private readonly _client: ILeapClient,
    private readonly _onChanged: (listing: Loadable<IListed>) => void
  ) {}

  /**
   * @param last - What is shown now; it stays until the first page, and when there is none.
   * @param before - What the new pages are added to; null: list from the beginning.
   */
  async list(
    { folder, match, payer, pages }: IWanted,
    last: Loadable<IListed>,
    before: IListed | null = null
  ): Promise<void> {
    this.leave();
    const visit = this._visit;
    this._show(visit, Loadable.loading(last));
    let listed = before;
    let fresh: ListingPage[] = [];
    let shownAtMs = 0;
    this._hasBegun = before !== null;
    try {
      const answer = this._client.stream(
        'buckets/listing',
        {
          ...folder,
          cursor: before?.cursor ?? null,
          pages,
          ...(match === undefined ? {} : { match }),
          ...paidBy(payer)
        },
        visit.signal
      );
      for await (const page of answer) {
        fresh.push(page);
        this._hasBegun ||= visit === this._visit;
        const now = new Date();
        if (now.getTime() - shownAtMs >= SHOW_EVERY_MS) {
          shownAtMs = now.getTime();
          listed = withPages(listed, fresh, now.toISOString());
          fresh = [];
          this._show(visit, { status: 'loading', value: listed ?? undefined });
        }
      }
      listed = withPages(listed, fresh, new Date().toISOString());
      if (listed === null) {
        throw new LeapError('bad-upstream', 'The listing was cut off.');
      }
      this._show(visit, Loadable.ready(listed));
    } catch (reason) {
      // Rows that came before a failure stay, and so does the place to go on from.
      listed = withPages(listed, fresh, new Date().toISOString());
      const kept = listed === null ? last : Loadable.ready(listed);
      this._show(visit, Loadable.failed(kept, reason));
    }
  }

  /** Whether what is shown came of the last try, which can then go on; else it is older, or nothing. */
  get hasBegun(): boolean {
    return this._hasBegun;
  }

  /** Stop; what came stays. */
  stop(): void {
    this._visit.abort();
  }

  /** Stop and say nothing more: what is shown is something else now. */
  leave(): void {
    this._visit.abort();
    this._visit = new AbortController();
  }

  /** What comes of a visit that is over is nobody's business any more. */
  private _show(visit: AbortController, listing: Loadable<IListed>): void {
    if (visit === this._visit) {
      this._onChanged(listing);
    }
  }

  private _visit = new AbortController();
  private _hasBegun = false;
}
