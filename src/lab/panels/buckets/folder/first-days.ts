import type { Earliest } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import type { IFolder } from './folder';
import { paidBy } from './payers';

/** The day the first object of a folder goes; null: none is known. */
export type FirstDay = Earliest['folders'][number];

/** As many as the server takes at once. */
const BATCH = 50;

/**
 * Finds out in the background when data sets begin to vanish, each once.
 */
export class FirstDays {
  /**
   * @param onFound - Called with what was found.
   */
  constructor(
    private readonly _client: ILeapClient,
    private readonly _onFound: (days: ReadonlyMap<string, FirstDay>) => void
  ) {}

  /**
   * Look at these folders; those that were looked at already are not asked for again.
   */
  async lookAt(
    folder: IFolder,
    names: readonly string[],
    payer?: string
  ): Promise<void> {
    const { signal } = this._abort;
    const isOver = (): boolean => signal.aborted;
    const fresh = names.filter(name => !this._asked.has(name));
    fresh.forEach(name => this._asked.add(name));
    for (let at = 0; at < fresh.length && !isOver(); at += BATCH) {
      const batch = fresh.slice(at, at + BATCH);
      try {
        const { folders } = await this._client.ask(
          'buckets/earliest',
          {
            ...folder,
            names: batch,
            ...paidBy(payer)
          },
          signal
        );
        if (!isOver()) {
          this._onFound(
            new Map(batch.map((name, index) => [name, folders[index] ?? null]))
          );
        }
      } catch {
        // A day that is not known is not shown; the listing says what is wrong.
        return;
      }
    }
  }

  /**
   * Forget what is waited for: another folder is opened.
   */
  cancel(): void {
    this._abort.abort();
    this._abort = new AbortController();
    this._asked.clear();
  }

  private readonly _asked = new Set<string>();
  private _abort = new AbortController();
}
