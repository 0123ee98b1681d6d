import { Dialog, ReactWidget } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Signal, type ISignal } from '@lumino/signaling';
import type * as React from 'react';
import { useSnapshot } from '../../../components/use-snapshot';
import { LeapError } from '../../../../contract';
import type { IObservable } from '../../../loadable';

/** Work that takes no longer than a blink shows no dialog. */
const APPEARS_AFTER_MS = 300;

/**
 * How far some work is.
 */
export interface IProgress {
  readonly text: string;
  /** From 0 to 1; null: nobody knows. */
  readonly share: number | null;
}

/**
 * Do some work behind a dialog with its progress, and a button that stops it.
 *
 * @returns Null: stopped by the reader.
 * @throws What the work throws.
 */
export async function whileShowing<T>(
  title: string,
  trans: TranslationBundle,
  work: (
    signal: AbortSignal,
    report: (progress: IProgress) => void
  ) => Promise<T>
): Promise<T | null> {
  const stop = new AbortController();
  const progress = new Progress(title, trans, () => stop.abort());
  try {
    return await work(stop.signal, next => {
      progress.report(next);
    });
  } catch (reason) {
    if (LeapError.from(reason).code === 'cancelled' && stop.signal.aborted) {
      return null;
    }
    throw reason;
  } finally {
    progress.close();
  }
}

class Progress implements IObservable<IProgress> {
  constructor(title: string, trans: TranslationBundle, onStop: () => void) {
    this._dialog = new Dialog<unknown>({
      title,
      body: ReactWidget.create(<ProgressView progress={this} />),
      buttons: [Dialog.cancelButton({ label: trans.__('Stop') })],
      defaultButton: 0
    });
    this._dialog.addClass('jp-LeapDialog');
    this._timer = setTimeout(() => {
      this._dialog.launch().then(
        onStop,
        // It was closed from here.
        () => undefined
      );
    }, APPEARS_AFTER_MS);
  }

  get state(): IProgress {
    return this._state;
  }

  get stateChanged(): ISignal<this, IProgress> {
    return this._stateChanged;
  }

  report(progress: IProgress): void {
    this._state = progress;
    this._stateChanged.emit(progress);
  }

  close(): void {
    clearTimeout(this._timer);
    this._dialog.dispose();
    Signal.clearData(this);
  }

  private _state: IProgress = { text: '…', share: null };
  private readonly _stateChanged = new Signal<this, IProgress>(this);
  private readonly _dialog: Dialog<unknown>;
  private readonly _timer: ReturnType<typeof setTimeout>;
}

function ProgressView({ progress }: { progress: Progress }): React.JSX.Element {
  const { text, share } = useSnapshot(progress);
  return (
    <div className="jp-LeapReview">
      <progress
        max={1}
        value={share ?? undefined}
        aria-label={text}
        aria-valuetext={text}
      />
      <p>{text}</p>
    </div>
  );
}
