import {
  LeapError,
  type AddedPackages,
  type Image,
  type ImagePackages
} from '../../../contract';
import type { ILeapClient } from '../../client';
import { Loadable, ObservableModel, type IObservable } from '../../loadable';

/**
 * All that the image section shows. The parts come and fail independently.
 */
export interface IImageState {
  readonly image: Loadable<Image>;
  readonly packages: Loadable<ImagePackages>;
  readonly added: Loadable<AddedPackages>;
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
  /**
   * What was installed since the server started, read first when it was not yet.
   *
   * @throws LeapError when it cannot be told.
   */
  added(): Promise<AddedPackages>;
  /** Read again what was installed since the server started. */
  refreshAdded(): Promise<void>;
}

/**
 * The model behind the image section, fed by the server.
 */
export class ImageModel
  extends ObservableModel<IImageState>
  implements IImageModel
{
  constructor(private readonly _client: ILeapClient) {
    super({
      image: Loadable.idle,
      packages: Loadable.idle,
      added: Loadable.idle
    });
  }

  load(): Promise<void> {
    this._loading ??= Promise.all([
      this._loadImage(),
      this._loadPackages(),
      this.refreshAdded()
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

  async added(): Promise<AddedPackages> {
    if (this.state.added.value === undefined) {
      await this.refreshAdded();
    }
    return valueOf(this.state.added);
  }

  refreshAdded(): Promise<void> {
    return follow(
      this.state.added,
      this._client.ask('image/added', {}, this.lifetime),
      added => this._set({ added })
    );
  }

  private _loadImage(): Promise<void> {
    return follow(
      this.state.image,
      this._client.ask('image/spec', {}, this.lifetime),
      image => this._set({ image })
    );
  }

  private _loadPackages(): Promise<void> {
    return follow(
      this.state.packages,
      this._client.ask('image/packages', {}, this.lifetime),
      packages => this._set({ packages })
    );
  }

  private _set(change: Partial<IImageState>): void {
    this.publish({ ...this.state, ...change });
  }

  private _loading: Promise<void> | undefined;
}

/** Hand on each state of an answer on its way. */
async function follow<T>(
  last: Loadable<T>,
  answer: Promise<T>,
  publish: (next: Loadable<T>) => void
): Promise<void> {
  publish(Loadable.loading(last));
  publish(await Loadable.settled(last, answer));
}

function valueOf<T>(loaded: Loadable<T>): T {
  if (loaded.value !== undefined) {
    return loaded.value;
  }
  throw loaded.status === 'failed'
    ? loaded.error
    : new LeapError('cancelled', 'Cancelled.');
}
