import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { MAX_OWN_SOURCES, type CatalogSource } from '../../../../contract';
import { FollowedSettings } from '../../../followed-settings';
import { PLUGIN_ID } from '../plugin-id';

const FIELD = 'sources';

/** The service takes no longer address. */
const MAX_ADDRESS = 2000;

/**
 * The catalogs that a user added, in the settings: their addresses as they were typed. The service alone decides which of
 * them are read.
 */
export class OwnSources extends FollowedSettings<readonly string[]> {
  constructor(registry: ISettingRegistry | null) {
    super(registry, PLUGIN_ID, field => addressesOf(field(FIELD)));
  }

  /** Whether one more fits. */
  get isFull(): boolean {
    return this.state.length >= MAX_OWN_SOURCES;
  }

  add(address: string): Promise<void> {
    return this._keep([...this._without(address), address]);
  }

  remove(address: string): Promise<void> {
    return this._keep(this._without(address));
  }

  /**
   * All of them, where others are searched than these; null: the service knows. What the hub has set up is searched
   * without being told.
   */
  untold(searched: readonly CatalogSource[]): readonly string[] | null {
    const configured = searched.filter(({ isOwn }) => !isOwn);
    const told = searched.filter(({ isOwn }) => isOwn);
    const wanted = this.state.filter(
      own => !configured.some(({ address }) => address === own)
    );
    const isKnown =
      wanted.length === told.length &&
      wanted.every((address, at) => told[at]?.address === address);
    return isKnown ? null : wanted;
  }

  private _without(address: string): string[] {
    return this.state.filter(each => each !== address);
  }

  private _keep(addresses: readonly string[]): Promise<void> {
    const fitting = addresses.slice(0, MAX_OWN_SOURCES);
    return this.keep(fitting, FIELD, [...fitting]);
  }
}

function addressesOf(lines: unknown): string[] {
  const addresses = (Array.isArray(lines) ? lines : [])
    .filter(line => typeof line === 'string')
    .filter(line => line !== '' && line.length <= MAX_ADDRESS);
  return [...new Set(addresses)].slice(0, MAX_OWN_SOURCES);
}
