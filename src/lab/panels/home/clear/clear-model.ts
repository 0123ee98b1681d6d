import {
  LeapError,
  type DeletionTarget,
  type HomeClearable,
  type HomeDeletion,
  type HomePath,
  type HomeReview,
  type HomeReviewQuery
} from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { Loadable, ObservableModel, type IObservable } from '../../../loadable';
import type { IHomeModel } from '../model';

/** Caches found within this time are still what there is to clear. */
export const FRESH_SECONDS = 600;

/**
 * What may be deleted, and the deleting of it.
 */
export interface IClearModel extends IObservable<Loadable<HomeClearable>> {
  /** Look for caches, unless that was done within `maxAgeSeconds`. */
  load(maxAgeSeconds: number): Promise<void>;
  /**
   * What deleting some paths would do.
   *
   * @throws LeapError
   */
  review(
    query: HomeReviewQuery,
    onProgress: (review: HomeReview) => void,
    signal: AbortSignal
  ): Promise<HomeReview>;
  /**
   * Delete what was reviewed. The home's number falls at once and is counted again.
   *
   * @throws LeapError
   */
  delete(
    targets: readonly DeletionTarget[],
    onProgress: (deletion: HomeDeletion) => void,
    signal: AbortSignal
  ): Promise<HomeDeletion>;
}

/**
 * The model behind the card and its dialogs.
 */
export class ClearModel
  extends ObservableModel<Loadable<HomeClearable>>
  implements IClearModel
{
  constructor(
    private readonly _client: ILeapClient,
    private readonly _home: Pick<IHomeModel, 'forget'>
  ) {
    super(Loadable.idle);
  }

  load(maxAgeSeconds: number): Promise<void> {
    this._loading ??= this._find(maxAgeSeconds).finally(() => {
      this._loading = undefined;
    });
    return this._loading;
  }

  review(
    query: HomeReviewQuery,
    onProgress: (review: HomeReview) => void,
    signal: AbortSignal
  ): Promise<HomeReview> {
    const reviews = this._client.stream(
      'home/review',
      query,
      AbortSignal.any([signal, this.lifetime])
    );
    return lastOf(reviews, onProgress);
  }

  async delete(
    targets: readonly DeletionTarget[],
    onProgress: (deletion: HomeDeletion) => void,
    signal: AbortSignal
  ): Promise<HomeDeletion> {
    let freedBytes = 0;
    let removed: ReadonlySet<HomePath> = new Set();
    try {
      const deletions = this._client.stream(
        'home/deletion',
        { targets: [...targets] },
        AbortSignal.any([signal, this.lifetime])
      );
      const result = await lastOf(deletions, deletion => {
        freedBytes = deletion.deletedBytes;
        onProgress(deletion);
      });
      removed = new Set(result.removed);
      return result;
    } finally {
      // Also after a failure or a stop: what is deleted by then is deleted.
      this._forget(targets, removed, freedBytes);
    }
  }

  private _forget(
    targets: readonly DeletionTarget[],
    removed: ReadonlySet<HomePath>,
    freedBytes: number
  ): void {
    const deleted = targets
      .filter(({ path }) => removed.has(path))
      .map(({ path, identity: { usedBytes, files } }) => ({
        path,
        usedBytes,
        files
      }));
    const { value } = this.state;
    if (value) {
      this.publish(Loadable.ready(clearableAfter(value, removed)));
    }
    void this._home.forget(deleted, freedBytes);
    void this._loadAgain();
  }

  private async _loadAgain(): Promise<void> {
    // A search that began before the deletion saw what is gone.
    await this._loading;
    await this.load(0);
  }

  private async _find(maxAgeSeconds: number): Promise<void> {
    const before = this.state;
    this.publish(Loadable.loading(before));
    try {
      const items = this._client.stream(
        'home/clearable',
        { maxAgeSeconds },
        this.lifetime
      );
      for await (const found of items) {
        if (found.phase === 'done') {
          this.publish(Loadable.ready(found));
        } else if (before.value === undefined) {
          this.publish({ status: 'loading', value: found });
        }
      }
    } catch (reason) {
      this.publish(Loadable.failed(this.state, reason));
    }
  }

  private _loading: Promise<void> | undefined;
}

/**
 * What is left to clear when these paths are gone; an item counts as gone when all of it is.
 */
function clearableAfter(
  found: HomeClearable,
  removed: ReadonlySet<HomePath>
): HomeClearable {
  const items = found.items.filter(
    item => !item.paths.every(path => removed.has(path))
  );
  const preselectedBytes = items
    .filter(item => item.preselected)
    .reduce((sum, item) => sum + item.usedBytes, 0);
  return { ...found, items, preselectedBytes };
}

async function lastOf<T extends { phase: string }>(
  items: AsyncIterable<T>,
  onEach: (item: T) => void
): Promise<T> {
  for await (const item of items) {
    onEach(item);
    if (item.phase === 'done') {
      return item;
    }
  }
  throw new LeapError(
    'service-failed',
    'The answer was cut off before its end.'
  );
}
