import type {
  Contents,
  ContentsPlace,
  Slice,
  SliceCost,
  SliceQuery,
  StoreVersion
} from '../../contract';
import type { ILeapClient } from '../client';
import { Loadable, ObservableModel, type IObservable } from '../loadable';

/** A slider that is dragged asks when it rests. */
const REST_MS = 150;

/**
 * All that a look shows.
 */
export interface IContentsState {
  readonly contents: Loadable<Contents>;
  /** The variable that is unfolded; null: none. */
  readonly variable: string | null;
  /** What a look at it would read. */
  readonly cost: Loadable<SliceCost>;
  readonly slice: Loadable<Slice>;
  /** Where the sliders stand, by dimension. */
  readonly positions: ReadonlyMap<string, number>;
}

/**
 * What the view can ask of a look.
 */
export interface IContentsModel extends IObservable<IContentsState> {
  load(): Promise<void>;
  /** Look at another version of the same data set. */
  choose(version: StoreVersion): Promise<void>;
  /** Unfold a variable and find out what a look at it would read; the one that is unfolded folds. */
  unfold(variable: string): Promise<void>;
  /** Find out again what a look would read. */
  price(): Promise<void>;
  look(): Promise<void>;
  /** Move a slider: the picture follows when it rests. */
  move(dimension: string, index: number): void;
}

/**
 * The model behind a look at one place.
 */
export class ContentsModel
  extends ObservableModel<IContentsState>
  implements IContentsModel
{
  constructor(
    private readonly _client: ILeapClient,
    place: ContentsPlace,
    private readonly _onRead?: (contents: Contents) => void
  ) {
    super({
      contents: Loadable.idle,
      variable: null,
      cost: Loadable.idle,
      slice: Loadable.idle,
      positions: new Map()
    });
    this._place = place;
  }

  async load(): Promise<void> {
    const place = this._place;
    this._set({ contents: Loadable.loading(this.state.contents) });
    const contents = await Loadable.settled(
      this.state.contents,
      this._client.ask('contents/summary', { place }, this.lifetime)
    );
    // What was asked of a version that is not wanted any more says nothing.
    if (place === this._place && !this.isDisposed) {
      this._set({ contents });
      if (contents.status === 'ready') {
        this._onRead?.(contents.value);
      }
    }
  }

  async choose(version: StoreVersion): Promise<void> {
    this._fold();
    this._place = { ...this._place, version };
    await this.load();
  }

  async unfold(variable: string): Promise<void> {
    const isFolded = this.state.variable === variable;
    this._fold();
    if (isFolded) {
      return;
    }
    this._set({ variable });
    if (this._canLook(variable)) {
      await this.price();
    }
  }

  async price(): Promise<void> {
    await this._ask('cost', signal =>
      this._client.ask('contents/cost', this._query(), signal)
    );
  }

  async look(): Promise<void> {
    await this._ask('slice', signal =>
      this._client.ask('contents/slice', this._query(), signal)
    );
  }

  move(dimension: string, index: number): void {
    const positions = new Map(this.state.positions).set(dimension, index);
    this._set({ positions });
    clearTimeout(this._resting);
    this._resting = setTimeout(() => {
      void this.look();
    }, REST_MS);
  }

  override dispose(): void {
    clearTimeout(this._resting);
    this._asked.abort();
    super.dispose();
  }

  /** The last question alone counts; what it replaces ends. */
  private async _ask(
    key: 'cost' | 'slice',
    ask: (signal: AbortSignal) => Promise<unknown>
  ): Promise<void> {
    this._asked.abort();
    const asked = new AbortController();
    this._asked = asked;
    const show = (value: unknown): void => {
      if (asked === this._asked && !asked.signal.aborted) {
        this._set({ [key]: value });
      }
    };
    const last = this.state[key] as Loadable<unknown>;
    show(Loadable.loading(last));
    show(
      await Loadable.settled(
        last,
        ask(AbortSignal.any([asked.signal, this.lifetime]))
      )
    );
  }

  private _fold(): void {
    this._asked.abort();
    clearTimeout(this._resting);
    this._set({
      variable: null,
      cost: Loadable.idle,
      slice: Loadable.idle,
      positions: new Map()
    });
  }

  private _canLook(variable: string): boolean {
    const contents = this.state.contents.value;
    return (
      contents?.kind === 'arrays' &&
      contents.variables.some(
        ({ path, noLook }) => path === variable && noLook === null
      )
    );
  }

  private _query(): SliceQuery {
    const { variable, positions } = this.state;
    return {
      place: this._place,
      variable: variable ?? '',
      positions: [...positions].map(([dimension, index]) => ({
        dimension,
        index
      }))
    };
  }

  private _set(change: Partial<IContentsState>): void {
    this.publish({ ...this.state, ...change });
  }

  private _place: ContentsPlace;
  private _asked = new AbortController();
  private _resting: ReturnType<typeof setTimeout> | undefined;
}
