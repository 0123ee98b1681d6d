import type { IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';
import { LeapError } from '../contract';

/**
 * Something that is fetched: its last value stays while it is fetched again, and when that fails.
 */
export type Loadable<T> =
  | { readonly status: 'idle'; readonly value?: undefined }
  | { readonly status: 'loading'; readonly value?: T }
  | { readonly status: 'ready'; readonly value: T }
  | {
      readonly status: 'failed';
      readonly value?: T;
      readonly error: LeapError;
    };

/**
 * A state that can be watched. Equal states are the same object.
 */
export interface IObservable<T> {
  readonly state: T;
  readonly stateChanged: ISignal<unknown, unknown>;
}

/**
 * The half of a model that every panel shares: one state, one signal, an end.
 */
export class ObservableModel<T> implements IObservable<T>, IDisposable {
  constructor(state: T) {
    this._state = state;
  }

  get state(): T {
    return this._state;
  }

  get stateChanged(): ISignal<this, T> {
    return this._stateChanged;
  }

  get isDisposed(): boolean {
    return this._aborted.signal.aborted;
  }

  /** Stops whatever the model still waits for. */
  dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._aborted.abort();
    Signal.clearData(this);
  }

  /** Aborts when the model is disposed. */
  protected get lifetime(): AbortSignal {
    return this._aborted.signal;
  }

  protected publish(state: T): void {
    if (!this.isDisposed) {
      this._state = state;
      this._stateChanged.emit(state);
    }
  }

  private _state: T;
  private readonly _aborted = new AbortController();
  private readonly _stateChanged = new Signal<this, T>(this);
}

/**
 * The next state when fetching began, came to a value, or failed.
 */
export const Loadable = {
  idle: { status: 'idle' } as const,
  loading<T>(last: Loadable<T>): Loadable<T> {
    return { status: 'loading', value: last.value };
  },
  ready<T>(value: T): Loadable<T> {
    return { status: 'ready', value };
  },
  failed<T>(last: Loadable<T>, reason: unknown): Loadable<T> {
    return {
      status: 'failed',
      value: last.value,
      error: LeapError.from(reason)
    };
  },
  /** What an answer comes to, whichever way; never rejects. */
  async settled<T>(
    last: Loadable<T>,
    answer: Promise<T>
  ): Promise<Loadable<T>> {
    try {
      return Loadable.ready(await answer);
    } catch (reason) {
      return Loadable.failed(last, reason);
    }
  }
};
