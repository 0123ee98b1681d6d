import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ObservableModel } from '../../loadable';

const PLUGIN = 'jupyterlab-leap:home';

/**
 * What a user chose to see: a setting, remembered with the others.
 */
export class Choice<T extends boolean | string> extends ObservableModel<T> {
  /**
   * @param _registry - Null: remembered until the page is closed.
   * @param options - All there is to choose from; the first one holds until something is chosen.
   */
  constructor(
    private readonly _registry: ISettingRegistry | null,
    private readonly _setting: string,
    options: readonly [T, ...T[]]
  ) {
    super(options[0]);
    this._ready = this._follow(options);
  }

  /** What holds once the settings have been read. */
  async settled(): Promise<T> {
    await this._ready;
    return this.state;
  }

  async choose(value: T): Promise<void> {
    this.publish(value);
    await this._registry?.set(PLUGIN, this._setting, value);
  }

  private async _follow(options: readonly T[]): Promise<void> {
    const settings = await this._registry?.load(PLUGIN).catch(() => null);
    const apply = (): void => {
      const given: unknown = settings?.get(this._setting).composite;
      // Settings are text that anyone may edit.
      const value = options.find(option => option === given);
      if (value !== undefined && value !== this.state) {
        this.publish(value);
      }
    };
    settings?.changed.connect(apply);
    apply();
  }

  private readonly _ready: Promise<void>;
}
