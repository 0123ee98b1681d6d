import { LeapError, type Image, type ImagePackages } from '../../../contract';
import type { ILeapClient } from '../../client';
import { Loadable, ObservableModel, type IObservable } from '../../loadable';

/**
 * All that the image section shows. The two halves come and fail independently.
 */
export interface IImageState {
  readonly image: Loadable<Image>;
  readonly packages: Loadable<ImagePackages>;
}

/**
 * Which software this server is.
 */
export interface IImageModel extends IObservable<IImageState> {
  /** Read the image and its packages; a call while that runs waits for the same answers. */
  load(): Promise<void>;
  /**
   * The image, read first when it was not yet.
   *
   * @throws LeapError when it cannot be read.
   */
  image(): Promise<Image>;
  /**
   * The packages, read first when they were not yet.
   *
   * @throws LeapError when they cannot be read.
   */
  packages(): Promise<ImagePackages>;
}

/**
 * The model behind the image section, fed by the server.
 */
export class ImageModel
  extends ObservableModel<IImageState>
  implements IImageModel
{
  constructor(private readonly _client: ILeapClient) {
    super({ image: Loadable.idle, packages: Loadable.idle });
  }

  load(): Promise<void> {
    this._loading ??= Promise.all([
      this._loadImage(),
      this._loadPackages()
    ]).then(() => {
      this._loading = undefined;
    });
    return this._loading;
  }

  async image(): Promise<Image> {
    if (this.state.image.value === undefined) {
      await this._loadImage();
    }
    return valueOf(this.state.image);
  }

  async packages(): Promise<ImagePackages> {
    if (this.state.packages.value === undefined) {
      await this._loadPackages();
    }
    return valueOf(this.state.packages);
  }

  private async _loadImage(): Promise<void> {
    const last = this.state.image;
    this._set({ image: Loadable.loading(last) });
    try {
      const image = await this._client.ask('image/spec', {}, this.lifetime);
      this._set({ image: Loadable.ready(image) });
    } catch (reason) {
      this._set({ image: Loadable.failed(last, reason) });
    }
  }

  private async _loadPackages(): Promise<void> {
    const last = this.state.packages;
    this._set({ packages: Loadable.loading(last) });
    try {
      const packages = await this._client.ask(
        'image/packages',
        {},
        this.lifetime
      );
      this._set({ packages: Loadable.ready(packages) });
    } catch (reason) {
      this._set({ packages: Loadable.failed(last, reason) });
    }
  }

  private _set(change: Partial<IImageState>): void {
    this.publish({ ...this.state, ...change });
  }

  private _loading: Promise<void> | undefined;
}

function valueOf<T>(loaded: Loadable<T>): T {
  if (loaded.value !== undefined) {
    return loaded.value;
  }
  throw loaded.status === 'failed'
    ? loaded.error
    : new LeapError('cancelled', 'Cancelled.');
}
