import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { FollowedSettings } from '../../followed-settings';

const PLUGIN = 'jupyterlab-leap:home';

/**
 * What a user chose to see: a setting, remembered with the others.
 */
export class Choice<T extends boolean | string> extends FollowedSettings<T> {
  /**
   * @param registry - Null: remembered until the page is closed.
   * @param options - All there is to choose from; the first one holds until something is chosen.
   */
  constructor(
    registry: ISettingRegistry | null,
    setting: string,
    options: readonly [T, ...T[]]
  ) {
    super(registry, PLUGIN, field => {
      const given = field(setting);
      return options.find(option => option === given) ?? options[0];
    });
    this._setting = setting;
  }

  /** What holds once the settings have been read. */
  async settled(): Promise<T> {
    await this.ready;
    return this.state;
  }

  choose(value: T): Promise<void> {
    return this.keep(value, this._setting, value);
  }

  private readonly _setting: string;
}
