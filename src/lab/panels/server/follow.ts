import { Poll } from '@lumino/polling';
import type { AskRoute, Reply } from '../../../contract';
import type { IAskedModel } from '../../asked-model';
import type { ISection } from '../../sidebar';

/** While something starts or stops. */
const SOON_MS = 2000;
/** Others change a list too: the hub's own page, a notebook. */
const USUAL_MS = 60_000;

/**
 * Keep a list true while its section is seen: soon again while something in it changes, not at all while it is hidden.
 *
 * @param isChanging - Whether something in the answer is about to become something else.
 * @returns The poll, for its owner to dispose.
 */
export function follow<R extends AskRoute>(
  model: IAskedModel<R>,
  section: ISection,
  isChanging: (answer: Reply<R>) => boolean
): Poll {
  const poll = new Poll({
    name: 'jupyterlab-leap:server-list',
    auto: false,
    factory: () => model.load(),
    frequency: { interval: USUAL_MS, backoff: false },
    standby: () => !section.isShown || document.hidden
  });
  model.stateChanged.connect(() => {
    const { value } = model.state;
    const interval =
      value !== undefined && isChanging(value) ? SOON_MS : USUAL_MS;
    if (poll.frequency.interval !== interval) {
      poll.frequency = { ...poll.frequency, interval };
      // Changed by a button, between two ticks: the next one is sooner.
      void poll.schedule({ interval, phase: 'started' });
    }
  });
  section.isShownChanged.connect((_, isShown) => {
    if (isShown) {
      void poll.refresh();
    } else {
      void poll.stop();
    }
  });
  return poll;
}
