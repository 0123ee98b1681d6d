import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ObservableModel } from '../../loadable';

const PLUGIN = 'jupyterlab-leap:home';
const SETTING = 'showPicture';

/**
 * Whether the picture is shown beside the table: a user's setting, remembered with the others.
 */
export class PictureChoice extends ObservableModel<boolean> {
  /** @param _registry - Null: remembered until the page is closed. */
  constructor(private readonly _registry: ISettingRegistry | null) {
    super(false);
    void this._follow();
  }

  async toggle(): Promise<void> {
    const isShown = !this.state;
    this.publish(isShown);
    await this._registry?.set(PLUGIN, SETTING, isShown);
  }

  private async _follow(): Promise<void> {
    const settings = await this._registry?.load(PLUGIN).catch(() => null);
    const apply = (): void => {
      const value: unknown = settings?.get(SETTING).composite;
      if (typeof value === 'boolean' && value !== this.state) {
        this.publish(value);
      }
    };
    settings?.changed.connect(apply);
    apply();
  }
}
