import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { Poll } from '@lumino/polling';
import type { ISection } from '../../sidebar';
import type { IHomeModel } from './model';

const DEFAULT_MINUTES = 30;
const MINUTE_MS = 60_000;

/** Opening the section shows nothing older than this without counting again. */
const FRESH_SECONDS = 600;

interface IOptions {
  app: JupyterFrontEnd;
  model: IHomeModel;
  section: ISection;
  settings: ISettingRegistry | null;
}

/**
 * Count when the section is opened and every half an hour (by setting) while the page is visible:
 * often enough to warn in time, rarely enough for a shared file server.
 *
 * @returns The poll, for its owner to dispose.
 */
export function keepFresh({ app, model, section, settings }: IOptions): Poll {
  const poll: Poll = new Poll({
    name: 'jupyterlab-leap:home',
    auto: false,
    factory: (): Promise<void> =>
      model.load(Math.floor(poll.frequency.interval / 1000) - 1),
    frequency: {
      interval: DEFAULT_MINUTES * MINUTE_MS,
      backoff: false
    },
    standby: 'when-hidden'
  });
  section.isShownChanged.connect((_, isShown) => {
    if (isShown) {
      void model.load(FRESH_SECONDS);
    }
  });
  void app.restored.then(() => poll.start());
  if (settings) {
    void followSettings(poll, settings);
  }
  return poll;
}

async function followSettings(
  poll: Poll,
  registry: ISettingRegistry
): Promise<void> {
  const settings = await registry
    .load('jupyterlab-leap:home')
    .catch(() => null);
  const apply = (): void => {
    const minutes: unknown = settings?.get('refreshMinutes').composite;
    // Settings are text that anyone may edit: the schema's bounds hold here too.
    if (typeof minutes === 'number' && minutes >= 5 && minutes <= 1440) {
      poll.frequency = { ...poll.frequency, interval: minutes * MINUTE_MS };
    }
  };
  settings?.changed.connect(apply);
  apply();
}
