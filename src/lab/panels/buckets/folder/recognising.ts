import type { DatasetKind } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import type { IFolder } from './folder';
import { paidBy } from './payers';

/** A screen full of rows; the next ones follow when they are scrolled to. */
const BATCH = 50;

/**
 * Finds out in the background which folders are data sets, a screen full at a time, each folder once; those of which nothing
 * was found out are asked for again when they are looked at again.
 */
export class Recognising {
  /**
   * @param onFound - Called with what was found; null: an ordinary folder.
   */
  constructor(
    private readonly _client: ILeapClient,
    private readonly _onFound: (
      kinds: ReadonlyMap<string, DatasetKind | null>
    ) => void
  ) {}

  /**
   * Look at these folders next. Those that are waited for already are not asked for again.
   */
  lookAt(folder: IFolder, names: readonly string[], payer?: string): void {
    const fresh = names.filter(name => !this._asked.has(name));
    if (fresh.length === 0) {
      return;
    }
    for (const name of fresh) {
      this._asked.add(name);
    }
    // What is on the screen now goes before what was scrolled past.
    this._waiting.unshift(...fresh);
    if (!this._isRunning) {
      void this._run(folder, payer);
    }
  }

  /**
   * Forget what is waited for: another folder is opened.
   */
  cancel(): void {
    this._abort.abort();
    this._abort = new AbortController();
    this._waiting = [];
    this._asked.clear();
    this._isRunning = false;
  }

  private async _run(folder: IFolder, payer?: string): Promise<void> {
    const { signal } = this._abort;
    const isOver = (): boolean => signal.aborted;
    this._isRunning = true;
    while (this._waiting.length > 0 && !isOver()) {
      const names = this._waiting.splice(0, BATCH);
      try {
        const { kinds } = await this._client.ask(
          'buckets/recognition',
          { ...folder, names, ...paidBy(payer) },
          signal
        );
        if (!isOver()) {
          this._onFound(
            new Map(names.map((name, at) => [name, kinds[at] ?? null]))
          );
        }
      } catch {
        // A folder that is not recognised is shown as the folder it is; the listing says what is wrong. Whoever looks
        // at it again asks again.
        if (!isOver()) {
          [...names, ...this._waiting].forEach(name =>
            this._asked.delete(name)
          );
          this._waiting = [];
        }
      }
    }
    if (!isOver()) {
      this._isRunning = false;
    }
  }

  private readonly _asked = new Set<string>();
  private _waiting: string[] = [];
  private _isRunning = false;
  private _abort = new AbortController();
}
