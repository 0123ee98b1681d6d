import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { PartialJSONValue } from '@lumino/coreutils';
import { ObservableModel } from './loadable';

/**
 * What a setting of this name says; undefined where there are no settings.
 */
export type ReadField = (name: string) => unknown;

/**
 * The settings of a plugin as this extension understands them, followed while they change. The defaults until they are
 * read, and where there are none.
 */
export class FollowedSettings<T> extends ObservableModel<T> {
  /**
   * @param registry - Null: that plugin is switched off.
   * @param plugin - The id of its schema.
   * @param read - Settings are text that anyone may edit, so the schema's bounds hold here too: whatever the fields are,
   * it gives a state.
   */
  constructor(
    registry: ISettingRegistry | null,
    plugin: string,
    read: (field: ReadField) => T
  ) {
    super(read(() => undefined));
    this._read = read;
    this.ready =
      registry === null ? Promise.resolve() : this._follow(registry, plugin);
  }

  /** Resolves when they have been read. */
  readonly ready: Promise<void>;

  /**
   * Take up a state at once, and keep it in a setting. Where that cannot be written, the state holds until the page is
   * loaded again.
   */
  protected async keep(
    state: T,
    name: string,
    value: PartialJSONValue
  ): Promise<void> {
    this.publish(state);
    try {
      await this._settings?.set(name, value);
    } catch {
      // A full or read-only home: the choice was still made, and stands above.
    }
  }

  private async _follow(
    registry: ISettingRegistry,
    plugin: string
  ): Promise<void> {
    try {
      this._settings = await registry.load(plugin);
    } catch {
      // Without its schema, as in a broken installation: the defaults do.
      return;
    }
    this._settings.changed.connect(this._onChanged, this);
    this._onChanged(this._settings);
  }

  private _onChanged(settings: ISettingRegistry.ISettings): void {
    this.publish(this._read(name => settings.get(name).composite));
  }

  private readonly _read: (field: ReadField) => T;
  private _settings: ISettingRegistry.ISettings | undefined;
}
