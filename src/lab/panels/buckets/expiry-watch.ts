import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Notification } from '@jupyterlab/apputils';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { IStateDB } from '@jupyterlab/statedb';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Poll } from '@lumino/polling';
import { visible } from '../../visible';
import type { IBucketsModel } from './buckets-model';
import { amountText } from './expiry';

/** Remembers the day of the last warning. */
const STATE_KEY = 'jupyterlab-leap:buckets-warned';

/** Whoever opens JupyterLab wants to work first. */
const FIRST_MS = 20_000;

const EVERY_MS = 3_600_000;

interface IOptions {
  readonly app: Pick<JupyterFrontEnd, 'restored'>;
  readonly model: IBucketsModel;
  readonly memory: IStateDB | null;
  readonly settings: ISettingRegistry | null;
  readonly plugin: string;
  readonly open: () => void;
  readonly trans: TranslationBundle;
}

/**
 * Say once a day what the own folders lose within 48 hours, unless the user does not want to hear it.
 */
export function watchExpiry(options: IOptions): Poll {
  const poll = new Poll({
    name: 'jupyterlab-leap:buckets-expiry',
    factory: () => warn(options),
    // Looks at the clock every hour; the bucket is asked once a day.
    frequency: { interval: EVERY_MS, backoff: true },
    standby: 'when-hidden',
    auto: false
  });
  void options.app.restored.then(() => {
    setTimeout(() => {
      void poll.start();
    }, FIRST_MS);
  });
  return poll;
}

/**
 * Warn, if today nobody was warned yet.
 */
export async function warn({
  model,
  memory,
  settings,
  plugin,
  open,
  trans
}: IOptions): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const last = await memory?.fetch(STATE_KEY).catch(() => undefined);
  if (last === today || !(await isWanted(settings, plugin))) {
    return;
  }
  await model.checkExpiring();
  const { expiring } = model.state;
  if (expiring.status !== 'ready') {
    // Not known is not "nothing": the next hour asks again.
    return;
  }
  // A full home cannot keep it; a second warning is better than none.
  await memory?.save(STATE_KEY, today).catch(() => undefined);
  const [found] = [...expiring.value.folders].sort((a, b) => b.bytes - a.bytes);
  if (!found) {
    return;
  }
  const place = `gs://${found.bucket}/${visible(found.prefix)}`;
  Notification.warning(
    trans.__('%1: %2.', place, amountText(found, trans)).slice(0, 140),
    {
      autoClose: false,
      actions: [
        {
          label: trans.__('Show'),
          caption: trans.__('Open the folder in Buckets'),
          callback: () => {
            open();
            void model.open({ bucket: found.bucket, prefix: found.prefix });
          }
        }
      ]
    }
  );
}

async function isWanted(
  settings: ISettingRegistry | null,
  plugin: string
): Promise<boolean> {
  const loaded = await settings?.load(plugin).catch(() => undefined);
  return loaded?.get('warnBeforeDeletion').composite !== false;
}
