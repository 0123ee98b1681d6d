import { Poll } from '@lumino/polling';
import type { ISection } from '../../../sidebar';
import type { ICatalogModel } from '../catalog-model';

/** The service takes up what it learnt every 20 seconds. */
const EVERY_MS = 10_000;

/** What was learnt last is in the results some seconds after the reading ended. */
const LOOKS_AFTERWARDS = 3;

/**
 * Look again for what is searched while stores are being read and somebody sees the section, and not otherwise.
 */
export function watchResults(model: ICatalogModel, section: ISection): Poll {
  let left = 0;
  const poll = new Poll({
    name: 'jupyterlab-leap:catalog-results',
    auto: false,
    frequency: { interval: EVERY_MS, backoff: true, max: 60_000 },
    standby: () => !section.isShown || document.hidden,
    factory: async () => {
      left = (await model.lookAgain()) ? LOOKS_AFTERWARDS : left - 1;
      if (left <= 0) {
        void poll.stop();
      }
    }
  });
  model.stateChanged.connect(() => {
    if (left <= 0 && model.state.results.value?.isReading === true) {
      left = LOOKS_AFTERWARDS;
      void poll.start();
    }
  });
  return poll;
}
