import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { AddedPackages } from '../../../../contract';
import { formatCount } from '../../../format';
import { UNASKED_MS } from '../../../passing';
import type { IImageModel } from '../model';
import type { ImageSettings } from '../settings';

/** The start of a server is reckoned from that of its machine, to the second. */
const SAME_START_MS = 5000;

interface IAnnouncerOptions {
  readonly model: IImageModel;
  readonly settings: ImageSettings;
  readonly trans: TranslationBundle;
  /** Opens the section. */
  readonly open: () => void;
  /** Where it is remembered what was said, also over page reloads and in several tabs. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Distinguishes servers that share the storage. */
  readonly key: string;
}

/**
 * Say once that packages were added, however many they are; again only when more come.
 */
export function announceAdded(options: IAnnouncerOptions): void {
  const { model, settings } = options;
  let last: AddedPackages | undefined;
  model.stateChanged.connect(() => {
    const { added } = model.state;
    if (added.status !== 'ready' || added.value === last) {
      return;
    }
    last = added.value;
    const before = options.storage.getItem(options.key);
    const told = toldOf(added.value);
    if (told !== before) {
      options.storage.setItem(options.key, told);
    }
    if (hasMore(added.value, before) && settings.state.tellAdded) {
      show(added.value.packages.length, options);
    }
  });
}

/** The start of the server, then each package as it was seen. */
function toldOf({ since, packages }: AddedPackages): string {
  const names = packages.map(({ name, version }) => `${name} ${version}`);
  return [since, ...names].join('\n');
}

function hasMore(
  { since, packages }: AddedPackages,
  before: string | null
): boolean {
  const [start = '', ...names] = before?.split('\n') ?? [];
  const isThisServer =
    Math.abs(Date.parse(start) - Date.parse(since)) < SAME_START_MS;
  const known = new Set(isThisServer ? names : []);
  return packages.some(({ name, version }) => !known.has(`${name} ${version}`));
}

function show(
  addedCount: number,
  { trans, open }: Pick<IAnnouncerOptions, 'trans' | 'open'>
): void {
  Notification.warning(
    trans._n(
      '%1 package was installed and will be gone when this server stops.',
      '%1 packages were installed and will be gone when this server stops.',
      addedCount,
      formatCount(addedCount)
    ),
    {
      autoClose: UNASKED_MS,
      actions: [
        {
          label: trans.__('Keep Them'),
          caption: trans.__('Show what brings them back'),
          displayType: 'accent',
          callback: open
        }
      ]
    }
  );
}
