import type { OwnSources } from './own-sources';
import { askPart, openPart, type IPart, type IPartOptions } from './part';

/** The hub's catalog changes a few times a month. */
const REFRESH_AFTER_MS = 3_600_000;

/** After a failure the source is asked again, though not at every keystroke. */
const RETRY_AFTER_MS = 60_000;

/**
 * The catalogs that are searched: the operator's, then those that the user added.
 */
export class CatalogParts {
  /** @param _onChanged - Called when other content is at hand than before. */
  constructor(
    private readonly _options: CatalogParts.IOptions,
    private readonly _onChanged: () => void
  ) {}

  /**
   * All of them as they are now; from the disk, until their addresses have answered.
   */
  list(): Promise<readonly IPart[]> {
    this._parts ??= this._open();
    return this._parts;
  }

  /**
   * Ask all addresses now. Never throws: each part says what failed.
   */
  async refresh(): Promise<void> {
    await this._ask(await this.list());
  }

  /**
   * Ask those whose time has come, behind the caller's back. One that fails is asked again soon, and the others are left
   * in peace.
   */
  refreshWhenDue(parts: readonly IPart[]): void {
    const now = this._options.now().getTime();
    const due = parts.filter(
      ({ askedAt, isLive }) =>
        askedAt === null ||
        now - askedAt >= (isLive ? REFRESH_AFTER_MS : RETRY_AFTER_MS)
    );
    if (due.length > 0) {
      void this._ask(due);
    }
  }

  /**
   * Have these catalogs of the user's, in place of those before; asks the ones that are new.
   *
   * @param addresses - As they were typed; one that may not be read is listed with the reason.
   */
  async useOwn(addresses: readonly string[]): Promise<void> {
    const before = await this.list();
    const known = new Map(before.map(part => [part.address, part]));
    const own = await Promise.all(
      [...new Set(addresses)]
        // What the operator has is there already.
        .filter(address => known.get(address)?.isOwn !== false)
        .map(
          async address =>
            known.get(address) ?? openPart(address, true, this._options)
        )
    );
    this._replace([...before.filter(({ isOwn }) => !isOwn), ...own]);
    await this._options.own?.write(own.map(({ address }) => address));
    await this._ask(own.filter(({ askedAt }) => askedAt === null));
  }

  private async _ask(parts: readonly IPart[]): Promise<void> {
    const asked = await Promise.all(parts.map(part => this._askOnce(part)));
    const news = new Map(asked.map(part => [part.address, part]));
    // Others may have been added or removed meanwhile.
    const now = await this.list();
    this._replace(now.map(part => news.get(part.address) ?? part));
  }

  /** Whoever wants to know while an address is asked gets the same answer. */
  private _askOnce(part: IPart): Promise<IPart> {
    const { address } = part;
    const asking =
      this._asking.get(address) ??
      askPart(part, this._options).finally(() => {
        this._asking.delete(address);
      });
    this._asking.set(address, asking);
    return asking;
  }

  private _replace(parts: readonly IPart[]): void {
    const contents = parts.map(({ content }) => content);
    const isSame =
      contents.length === this._contents.length &&
      contents.every((content, at) => content === this._contents[at]);
    this._contents = contents;
    this._parts = Promise.resolve(parts);
    if (!isSame) {
      this._onChanged();
    }
  }

  private async _open(): Promise<readonly IPart[]> {
    const { addresses, own } = this._options;
    const added = (await own?.read()) ?? [];
    const parts = await Promise.all([
      ...addresses.map(address => openPart(address, false, this._options)),
      ...added
        .filter(address => !addresses.includes(address))
        .map(address => openPart(address, true, this._options))
    ]);
    this._contents = parts.map(({ content }) => content);
    return parts;
  }

  private _parts: Promise<readonly IPart[]> | undefined;
  private _contents: readonly IPart['content'][] = [];
  private readonly _asking = new Map<string, Promise<IPart>>();
}

export namespace CatalogParts {
  /**
   * Which catalogs there are.
   */
  export interface IOptions extends IPartOptions {
    /** The operator's. */
    readonly addresses: readonly string[];
    /** Keeps the addresses that the user added; absent where there are none. */
    readonly own?: OwnSources;
  }
}
