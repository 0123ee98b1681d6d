import { LeapError, type FolderSize } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import type { Loadable } from '../../../loadable';
import type { IFolder } from './folder';
import { paidBy } from './payers';

/** A folder's size: growing, counted, or stopped with what was counted until then. */
export type IMeasured = Loadable<FolderSize>;

/**
 * Measures folders, one at a time: a second one ends the first.
 */
export class Measuring {
  constructor(
    private readonly _client: ILeapClient,
    private readonly _onChanged: (name: string, measured: IMeasured) => void
  ) {}

  /**
   * @param name - A folder in `folder`, with its closing slash; empty for `folder` itself.
   */
  async measure(folder: IFolder, name: string, payer?: string): Promise<void> {
    this.cancel();
    const run: IRun = { name, abort: new AbortController(), last: undefined };
    this._run = run;
    this._show(run, { status: 'loading' });
    try {
      const reports = this._client.stream(
        'buckets/size',
        {
          bucket: folder.bucket,
          prefix: folder.prefix + name,
          ...paidBy(payer)
        },
        run.abort.signal
      );
      for await (const report of reports) {
        run.last = report;
        this._show(run, { status: 'loading', value: report });
      }
      if (run.last?.phase !== 'stopped' && !run.last?.complete) {
        throw new LeapError('bad-upstream', 'The count was cut off.');
      }
      this._show(run, { status: 'ready', value: run.last });
    } catch (reason) {
      this._fail(run, reason);
    }
  }

  /**
   * Stop; what was counted stays and means "at least".
   */
  cancel(): void {
    const run = this._run;
    if (run && !run.isOver) {
      run.abort.abort();
      this._fail(run, new LeapError('cancelled', 'Cancelled.'));
    }
  }

  /**
   * Stop and say nothing more: another folder is opened.
   */
  leave(): void {
    this._run?.abort.abort();
    this._run = undefined;
  }

  private _fail(run: IRun, reason: unknown): void {
    const error = LeapError.from(reason);
    this._show(run, { status: 'failed', value: run.last, error });
  }

  private _show(run: IRun, measured: IMeasured): void {
    if (this._run === run && !run.isOver) {
      run.isOver = measured.status !== 'loading';
      this._onChanged(run.name, measured);
    }
  }

  private _run: IRun | undefined;
}

interface IRun {
  readonly name: string;
  readonly abort: AbortController;
  last: FolderSize | undefined;
  isOver?: boolean;
}
