import { Token } from '@lumino/coreutils';
import {
  LeapError,
  type HomeDirectory,
  type HomePath,
  type HomeUsage
} from '../../../contract';
import type { ILeapClient } from '../../client';
import { Loadable, ObservableModel, type IObservable } from '../../loadable';
import { openAfter, usageAfter, type IDeleted } from './prediction';
import { INITIAL, type IHomeState } from './state';

/**
 * How full the home is and what fills it; walks only when asked to.
 */
export interface IHomeModel extends IObservable<IHomeState> {
  /** Ask what is known already, and walk when that is older than `maxAgeSeconds`. */
  load(maxAgeSeconds: number): Promise<void>;
  /** Walk now. */
  refresh(): Promise<void>;
  /** Stop the walk; what it found so far stays. */
  cancel(): void;
  unfold(path: HomePath): Promise<void>;
  fold(path: HomePath): void;
  select(path: HomePath): void;
  /** Unfold all that is above an entry, and put the cursor on it. */
  show(path: HomePath): Promise<void>;
  /** The same for a directory, which is unfolded as well. */
  reveal(path: HomePath): Promise<void>;
  /** Something was deleted: show at once what that makes of the numbers, and count to be sure. */
  forget(deleted: readonly IDeleted[], freedBytes: number): Promise<void>;
}

export const IHomeModel = new Token<IHomeModel>(
  'jupyterlab-leap:IHomeModel',
  'How full the home directory is.'
);

/** How long a scan runs before it is spoken of. */
const SLOW_MS = 500;

/** What is not among the numbers is newer than they are: a count that is no older than this has it. */
const NEWER_SECONDS = 1;

/**
 * The model behind the storage section, fed by the server's scans.
 */
export class HomeModel
  extends ObservableModel<IHomeState>
  implements IHomeModel
{
  /** @param _keepsHistory - Whether the user wants the history of the home's size to be kept. */
  constructor(
    private readonly _client: ILeapClient,
    private readonly _keepsHistory: () => Promise<boolean> = () =>
      Promise.resolve(true)
  ) {
    super(INITIAL);
  }

  async load(maxAgeSeconds: number): Promise<void> {
    try {
      const summary = await this._client.ask('home/summary', {}, this.lifetime);
      const { homeDirectory, limits, kept, writable } = summary;
      this._set({
        homeDirectory,
        limits,
        isKept: kept,
        isWritable: writable,
        usage: summary.last ? Loadable.ready(summary.last) : this.state.usage
      });
    } catch (reason) {
      this._set({ usage: Loadable.failed(this.state.usage, reason) });
      return;
    }
    await this._walk(maxAgeSeconds);
  }

  refresh(): Promise<void> {
    return this._walk(0);
  }

  cancel(): void {
    this._scan?.abort();
  }

  async unfold(path: HomePath): Promise<void> {
    const last = this.state.open.get(path) ?? Loadable.idle;
    this._setOpen(path, Loadable.loading(last));
    const next = await Loadable.settled(
      last,
      this._client.ask('home/directory', { path }, this.lifetime)
    );
    // Folded again while the answer was on its way: the user's last word counts.
    if (this.state.open.has(path)) {
      this._setOpen(path, next);
    }
  }

  fold(path: HomePath): void {
    const open = new Map(this.state.open);
    open.delete(path);
    this._set({ open });
  }

  select(selected: HomePath): void {
    if (selected !== this.state.selected) {
      this._set({ selected });
    }
  }

  show(path: HomePath): Promise<void> {
    return this._goTo(path, path.split('/').length - 1);
  }

  reveal(path: HomePath): Promise<void> {
    return this._goTo(path, path.split('/').length);
  }

  async forget(
    deleted: readonly IDeleted[],
    freedBytes: number
  ): Promise<void> {
    // A walk that is under way counts what is gone.
    this.cancel();
    const { usage, open } = this.state;
    if (usage.value) {
      const value = usageAfter(usage.value, deleted, freedBytes);
      this._set({
        usage: { ...usage, value },
        open: openAfter(open, deleted)
      });
    }
    await this._walking;
    await this.refresh();
  }

  override dispose(): void {
    this.cancel();
    super.dispose();
  }

  /** @param depth - How many of the directories on the way are unfolded. */
  private async _goTo(path: HomePath, depth: number): Promise<void> {
    if (path === '') {
      return;
    }
    if (!this.state.usage.value) {
      await this.load(0);
    }
    const names = path.split('/').slice(0, depth);
    const above = names.map((_, index) => names.slice(0, index + 1).join('/'));
    await Promise.all(above.map(folder => this.unfold(folder)));
    if (above.some(folder => isUnknown(this.state.open.get(folder)))) {
      await this._walk(NEWER_SECONDS);
    }
    this.select(path);
  }

  /** One walk at a time: a second caller waits for the first one's, unless that only checks numbers that are whole. */
  private async _walk(maxAgeSeconds: number): Promise<void> {
    const isAsked = maxAgeSeconds === 0;
    if (isAsked && this.state.progress?.phase === 'checking') {
      this.cancel();
      await this._walking;
    }
    const before = this.state.usage.value?.scannedAt;
    const isJoined = this._walking !== undefined;
    this._walking ??= this._stream(maxAgeSeconds).finally(() => {
      this._walking = undefined;
    });
    await this._walking;
    const { status, value } = this.state.usage;
    if (
      isAsked &&
      isJoined &&
      status === 'ready' &&
      value.scannedAt === before
    ) {
      // The first caller was content with the last count: this one is not.
      await this._walk(maxAgeSeconds);
    }
  }

  private async _stream(maxAgeSeconds: number): Promise<void> {
    const scan = new AbortController();
    this._scan = scan;
    const before = this.state.usage;
    this._set({ usage: Loadable.loading(before) });
    const patience = setTimeout(() => {
      this._set({ isSlow: true });
    }, SLOW_MS);
    try {
      const keepHistory = await this._keepsHistory();
      const items = this._client.stream(
        'home/usage',
        { maxAgeSeconds, keepHistory },
        AbortSignal.any([scan.signal, this.lifetime])
      );
      for await (const usage of items) {
        this._receive(usage, before.value);
        await this._reopenAfter(usage);
      }
      this._conclude();
    } catch (reason) {
      this._set({
        progress: null,
        isSlow: false,
        usage: Loadable.failed(this.state.usage, reason)
      });
    } finally {
      clearTimeout(patience);
    }
  }

  /** The answer came to its end: nothing is being counted now, however far it went. */
  private _conclude(): void {
    const { status, value } = this.state.usage;
    if (status === 'loading' && value) {
      const usage = Loadable.ready(value);
      this._set({ progress: null, isSlow: false, usage });
    } else if (!value) {
      throw new LeapError('service-failed', 'Nothing was counted. Try again.');
    }
  }

  private _receive(usage: HomeUsage, last: HomeUsage | undefined): void {
    const { limits } = usage;
    if (usage.phase === 'done') {
      this._set({
        limits,
        progress: null,
        isSlow: false,
        usage: Loadable.ready(usage)
      });
      return;
    }
    if (usage.phase === 'checking') {
      const whole: Loadable<HomeUsage> = { status: 'loading', value: usage };
      this._set({ limits, progress: usage, usage: whole });
      return;
    }
    const shown: Loadable<HomeUsage> = {
      status: 'loading',
      value: last && saysMore(last, usage) ? last : usage
    };
    this._set({ limits, progress: usage, usage: shown });
  }

  /** Unfolded directories show new whole numbers too. */
  private async _reopenAfter(usage: HomeUsage): Promise<void> {
    if (usage.phase === 'scanning' || usage.scannedAt === this._reopenedAt) {
      return;
    }
    this._reopenedAt = usage.scannedAt;
    await Promise.all(
      [...this.state.open.keys()].map(path => this.unfold(path))
    );
  }

  private _setOpen(path: HomePath, directory: Loadable<HomeDirectory>): void {
    this._set({ open: new Map(this.state.open).set(path, directory) });
  }

  private _set(change: Partial<IHomeState>): void {
    this.publish({ ...this.state, ...change });
  }

  private _reopenedAt = '';
  private _scan: AbortController | undefined;
  private _walking: Promise<void> | undefined;
}

/** An old whole answer beats a new partial one; of two partial ones the one that found more does. */
function saysMore(last: HomeUsage, next: HomeUsage): boolean {
  return last.phase !== 'scanning' || last.usedBytes > next.usedBytes;
}

/** The last count did not see this folder, or what it saw is not known any more. */
function isUnknown(folder: Loadable<HomeDirectory> | undefined): boolean {
  return (
    folder?.status === 'failed' &&
    (folder.error.code === 'not-found' || folder.error.code === 'unavailable')
  );
}
