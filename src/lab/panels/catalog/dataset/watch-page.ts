import { Poll } from '@lumino/polling';
import type { ISection } from '../../../sidebar';
import type { ICatalogModel, PageOutlook } from '../catalog-model';
import { outlookOf } from './open-page';

/** A store is read in some seconds. */
const READING_MS = 3000;

/** The service asks a host that did not answer no sooner than after 20 seconds. */
const WAITING_MS = 30_000;

/** Of a server that is away. */
const LONGEST_MS = 120_000;

/**
 * Keep the page of a data set true while it stands open, somebody sees the section, and something may still change.
 */
export function watchPage(model: ICatalogModel, section: ISection): Poll {
  let isWatching = false;
  const poll = new Poll({
    name: 'jupyterlab-leap:catalog-page',
    auto: false,
    frequency: { interval: READING_MS, backoff: true, max: LONGEST_MS },
    standby: () => !section.isShown || document.hidden,
    factory: async () => {
      const outlook = await model.lookAgainAtPage();
      isWatching = outlook !== 'settled';
      if (isWatching) {
        poll.frequency = { ...poll.frequency, interval: intervalOf(outlook) };
      } else {
        void poll.stop();
      }
    }
  });
  model.stateChanged.connect(() => {
    if (!isWatching && outlookOf(model.state.page) !== 'settled') {
      isWatching = true;
      void poll.start();
    }
  });
  return poll;
}

function intervalOf(outlook: PageOutlook): number {
  return outlook === 'reading' ? READING_MS : WAITING_MS;
}
