import { LeapError } from '../../../../contract/leap-error';
import type { Effort } from './effort';
import type { INative } from './native';
import type { Workspace } from './workspace';
import { leaveWorkspace, takeWorkspace } from './workspaces';

/** What to do with the answer in a workspace. */
export type Taker = (space: Workspace) => void;

/**
 * Has orders carried out by the native part, so many at once as pay.
 */
export class OrderDesk {
  /** @param _columns - Of the directories that orders are about; for looks also their agenda. */
  constructor(
    private readonly _native: INative,
    private readonly _effort: Effort,
    private readonly _columns: readonly ArrayBuffer[]
  ) {}

  /** Answers may still come in, but nobody waits for them. */
  get isOver(): boolean {
    return this._isOver;
  }

  /**
   * Have orders carried out until there are no more.
   *
   * @param next - Writes an order; null: there is none for now, and none at all when nothing is being carried out.
   * @throws LeapError `cancelled` when the signal aborts.
   */
  async run(
    signal: AbortSignal,
    next: (space: Workspace) => Taker | null
  ): Promise<void> {
    const onAbort = (): void =>
      this._reject(new LeapError('cancelled', 'Cancelled.'));
    signal.addEventListener('abort', onAbort);
    this._isOver = false;
    this._next = next;
    try {
      await new Promise<void>((resolve, reject) => {
        this._resolve = resolve;
        this._reject = reject;
        if (signal.aborted) {
          onAbort();
        } else {
          this._proceed();
        }
      });
    } finally {
      this._isOver = true;
      for (const space of this._inFlight) {
        space.order.withdraw();
      }
      signal.removeEventListener('abort', onAbort);
    }
  }

  private _proceed(): void {
    while (this._inFlight.size < this._effort.given) {
      const space = takeWorkspace(this._native);
      const taker = this._next(space);
      if (taker === null) {
        leaveWorkspace(this._native, space);
        break;
      }
      this._inFlight.add(space);
      space.begin(() => this._answered(space, taker), this._columns);
    }
    if (this._inFlight.size === 0) {
      this._resolve();
    }
  }

  private _answered(space: Workspace, taker: Taker): void {
    this._inFlight.delete(space);
    try {
      this._effort.add(space.answer);
      taker(space);
      leaveWorkspace(this._native, space);
      if (!this._isOver) {
        this._proceed();
      }
    } catch (reason) {
      this._reject(reason);
    }
  }

  private readonly _inFlight = new Set<Workspace>();
  private _isOver = true;
  private _next: (space: Workspace) => Taker | null = () => null;
  private _resolve: () => void = () => undefined;
  private _reject: (reason: unknown) => void = () => undefined;
}
