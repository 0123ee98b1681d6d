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
    this._registry = registry;
    this._plugin = plugin;
    this._read = read;
    this.ready = registry === null ? Promise.resolve() : this._follow(registry);
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
    const registry = this._registry;
    if (registry === null) {
      return;
    }
    this._writing++;
    const isKept = await inTurn(registry, () =>
      this._settings
        ? this._settings.set(name, value)
        : registry.set(this._plugin, name, value)
    ).then(
      () => true,
      // A full or read-only home: the choice was still made, and stands above.
      () => false
    );
    this._writing--;
    if (isKept && this._settings) {
      this._onChanged(this._settings);
    }
  }

  private async _follow(registry: ISettingRegistry): Promise<void> {
    let settings: ISettingRegistry.ISettings;
    try {
      settings = await registry.load(this._plugin);
    } catch {
      // Without its schema, as in a broken installation: the defaults do.
      return;
    }
    this._settings = settings;
    settings.changed.connect(this._onChanged, this);
    this._onChanged(settings);
  }

  private _onChanged(settings: ISettingRegistry.ISettings): void {
    // While a choice made here is being written, the settings may still report the old one.
    if (this._writing > 0) {
      return;
    }
    const state = this._read(name => settings.get(name).composite);
    if (state !== this.state) {
      this.publish(state);
    }
  }

  private readonly _registry: ISettingRegistry | null;
  private readonly _plugin: string;
  private readonly _read: (field: ReadField) => T;
  private _settings: ISettingRegistry.ISettings | undefined;
  private _writing = 0;
}

const writes = new WeakMap<ISettingRegistry, Promise<unknown>>();

/**
 * Older JupyterLab, 4.2 among them, sends all settings of a plugin with each that is changed, and of two at once the older may come
 * last: one after the other.
 */
function inTurn(
  registry: ISettingRegistry,
  write: () => Promise<void>
): Promise<void> {
  const before = writes.get(registry);
  const written = before ? before.then(write, write) : write();
  writes.set(registry, written);
  const forget = (): void => {
    if (writes.get(registry) === written) {
      writes.delete(registry);
    }
  };
  written.then(forget, forget);
  return written;
}
