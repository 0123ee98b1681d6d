import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { FollowedSettings, type ReadField } from '../../followed-settings';

const PLUGIN = 'jupyterlab-leap:image';

const KEEP = ['off', 'ask', 'on'] as const;
/** Whether the image is written into the notebooks that are saved. */
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
 * The settings of the image section.
 */
export class ImageSettings extends FollowedSettings<IImageSettings> {
  constructor(registry: ISettingRegistry | null) {
    super(registry, PLUGIN, settingsOf);
  }

  /**
   * Remember whether the image is kept.
   */
  setKeepImage(keepImage: KeepImage): Promise<void> {
    return this.keep({ ...this.state, keepImage }, 'keepImage', keepImage);
  }
}

function settingsOf(field: ReadField): IImageSettings {
  const keep = field('keepImage');
  const choice = (
    name: Exclude<keyof IImageSettings, 'keepImage'>
  ): boolean => {
    const value = field(name);
    return typeof value === 'boolean' ? value : DEFAULTS[name];
  };
  return {
    keepImage: KEEP.find(each => each === keep) ?? DEFAULTS.keepImage,
    tellElsewhere: choice('tellElsewhere'),
    tellAdded: choice('tellAdded'),
    statusItem: choice('statusItem')
  };
}
