import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ObservableModel } from '../../loadable';

const PLUGIN = 'jupyterlab-leap:image';

/** Whether the image is written into the notebooks that are saved. */
const KEEP = ['off', 'ask', 'on'] as const;
export type KeepImage = (typeof KEEP)[number];

/**
 * What a user decided about the image section.
 */
export interface IImageSettings {
  readonly keepImage: KeepImage;
  /** A notification for each notebook that is opened and was made elsewhere. */
  readonly tellElsewhere: boolean;
  /** A notification when packages were installed that will be gone. */
  readonly tellAdded: boolean;
  /** The tag in the status bar. */
  readonly statusItem: boolean;
}

const DEFAULTS: IImageSettings = {
  keepImage: 'ask',
  tellElsewhere: false,
  tellAdded: true,
  statusItem: true
};

/**
 * The settings of the image section; the defaults until they are read, and where there are none.
 */
export class ImageSettings extends ObservableModel<IImageSettings> {
  constructor(registry: ISettingRegistry | null) {
    super(DEFAULTS);
    this.ready = registry === null ? Promise.resolve() : this._follow(registry);
  }

  /** Resolves when they have been read. */
  readonly ready: Promise<void>;

  /**
   * Remember whether the image is kept. Where the settings cannot be written, that holds until the page is loaded
   * again.
   */
  async setKeepImage(keepImage: KeepImage): Promise<void> {
    this.publish({ ...this.state, keepImage });
    try {
      await this._settings?.set('keepImage', keepImage);
    } catch {
      // A full or read-only home: the choice was still made, and stands above.
    }
  }

  private async _follow(registry: ISettingRegistry): Promise<void> {
    try {
      this._settings = await registry.load(PLUGIN);
    } catch {
      // Without its schema, as in a broken installation: the defaults do.
      return;
    }
    this._settings.changed.connect(this._onChanged, this);
    this._onChanged(this._settings);
  }

  /** Settings are text that anyone may edit: the schema's bounds hold here too. */
  private _onChanged(settings: ISettingRegistry.ISettings): void {
    const keep: unknown = settings.get('keepImage').composite;
    this.publish({
      keepImage: KEEP.find(each => each === keep) ?? DEFAULTS.keepImage,
      tellElsewhere: choice(settings, 'tellElsewhere'),
      tellAdded: choice(settings, 'tellAdded'),
      statusItem: choice(settings, 'statusItem')
    });
  }

  private _settings: ISettingRegistry.ISettings | undefined;
}

function choice(
  settings: ISettingRegistry.ISettings,
  name: Exclude<keyof IImageSettings, 'keepImage'>
): boolean {
  const value: unknown = settings.get(name).composite;
  return typeof value === 'boolean' ? value : DEFAULTS[name];
}
