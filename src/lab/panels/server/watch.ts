import { Poll } from '@lumino/polling';
import type { ISection } from '../../sidebar';
import type { IServerModel } from './model';

/** Processors in use take two answers: the second comes soon. */
const FIRST_MS = 1000;
const USUAL_MS = 5000;

/**
 * Measure while the section is seen, and not at all while it is not.
 *
 * @returns The poll, for its owner to dispose.
 */
export function watch(model: IServerModel, section: ISection): Poll {
  const poll = new Poll({
    name: 'jupyterlab-leap:server',
    auto: false,
    factory: () => model.measure(),
    frequency: { interval: FIRST_MS, backoff: false },
    standby: () => !section.isShown || document.hidden
  });
  poll.ticked.connect(() => {
    const isMeasured = model.state.usedCores !== null;
    const interval = isMeasured ? USUAL_MS : FIRST_MS;
    const hasFailed = model.state.resources.status === 'failed';
    const wanted = hasFailed ? USUAL_MS : interval;
    if (poll.frequency.interval !== wanted) {
      poll.frequency = { ...poll.frequency, interval: wanted };
    }
  });
  section.isShownChanged.connect((_, isShown) => {
    if (isShown) {
      void model.load();
      // `load` has just measured: the next time is in a moment, not at once.
      void poll.schedule({ interval: FIRST_MS, phase: 'started' });
    } else {
      void poll.stop();
    }
  });
  return poll;
}
