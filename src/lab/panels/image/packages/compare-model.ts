import type { PackageComparison } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { Loadable, ObservableModel } from '../../../loadable';
import type { IImageModel } from '../model';

/**
 * A comparison of two images, as far as it came.
 */
export interface IComparing {
  /** The image spec that it begins with. */
  readonly from: string;
  /** The one it leads to; null: the image of this server. */
  readonly to: string | null;
  readonly result: Loadable<PackageComparison>;
}

/**
 * Compares the packages of two images, one of them mostly this server's; null until somebody asks for it.
 */
export class CompareModel extends ObservableModel<IComparing | null> {
  constructor(
    private readonly _client: ILeapClient,
    private readonly _model: IImageModel
  ) {
    super(null);
  }

  /**
   * Compare another image with this one, from the older to the newer: from that to this, but from this one to what
   * the hub offers in its place.
   */
  async compare(image: string): Promise<void> {
    const { value } = this._model.state.image;
    const own = value?.newerOffered === image ? value.spec : null;
    await (own === null
      ? this.compareTwo(image, null)
      : this.compareTwo(own, image));
  }

  /**
   * Compare two images, whichever they are. A comparison that still runs is given up.
   *
   * @param to - Null: the image of this server.
   */
  async compareTwo(from: string, to: string | null): Promise<void> {
    this._running?.abort();
    const running = (this._running = new AbortController());
    const query = { from, to };
    const show = (result: Loadable<PackageComparison>): void => {
      if (this._running === running) {
        this.publish({ ...query, result });
      }
    };
    show(Loadable.loading(Loadable.idle));
    const signal = AbortSignal.any([running.signal, this.lifetime]);
    show(
      await Loadable.settled(
        Loadable.idle,
        this._client.ask('image/comparison', query, signal)
      )
    );
  }

  private _running: AbortController | undefined;
}
