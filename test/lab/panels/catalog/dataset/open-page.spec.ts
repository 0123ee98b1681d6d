import { Signal } from '@lumino/signaling';
import {
  LeapError,
  type DatasetPage,
  type Reach
} from '../../../../../src/contract';
import { CatalogModel } from '../../../../../src/lab/panels/catalog/model';
import { watchPage } from '../../../../../src/lab/panels/catalog/dataset/watch-page';
import type { ISection } from '../../../../../src/lab/sidebar';
import { dataset, reach } from '../../../../support/catalog/answers';
import { ScriptedClient } from '../../../../support/lab/scripted-client';

const UNREAD = dataset({ isReading: true });
const READ = dataset({
  isReading: false,
  known: [
    {
      id: 'maps',
      facts: null,
      variableCount: 7,
      size: null,
      isMeasurable: false
    }
  ]
});
const GONE = new LeapError('unavailable', 'Gone.');

/** Answers one after another; the last one stays. */
function inTurn<T>(answers: readonly (T | LeapError)[]): () => T {
  let asked = 0;
  return () => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    if (answer instanceof LeapError) {
      throw answer;
    }
    return answer as T;
  };
}

async function open(
  pages: readonly (DatasetPage | LeapError)[],
  checks: readonly (Reach | LeapError)[] = [reach('anonymous')]
) {
  const client = new ScriptedClient({
    'catalog/dataset': inTurn(pages),
    'catalog/reach': inTurn(checks)
  });
  const model = new CatalogModel(client);
  await model.open('altimetry');
  return {
    model,
    known: () => model.state.page?.dataset.value?.known.length,
    status: () => model.state.page?.reach.value?.stores[0]?.status,
    routes: () => client.asked.map(({ route }) => route)
  };
}

describe('a page that stands open', () => {
  it('shows what was read of its stores behind it', async () => {
    const { model, known } = await open([UNREAD, UNREAD, READ]);

    expect(await model.lookAgainAtPage()).toBe('reading');
    expect(known()).toBe(0);
    expect(await model.lookAgainAtPage()).toBe('settled');
    expect(known()).toBe(1);
  });

  it('asks again what gave no answer, until it does', async () => {
    const { model, status } = await open(
      [READ],
      [reach('unreachable'), reach('unreachable'), reach('anonymous')]
    );

    expect(await model.lookAgainAtPage()).toBe('waiting');
    expect(status()).toBe('unreachable');
    expect(await model.lookAgainAtPage()).toBe('settled');
    expect(status()).toBe('anonymous');
  });

  it('asks nothing more when all is known', async () => {
    const { model, routes } = await open([READ]);
    const before = routes().length;

    expect(await model.lookAgainAtPage()).toBe('settled');
    expect(routes()).toHaveLength(before);
  });

  it('does not ask stores again that answered', async () => {
    const { model, routes } = await open([UNREAD, READ], [reach('missing')]);
    await model.lookAgainAtPage();

    expect(routes()).toEqual([
      'catalog/dataset',
      'catalog/reach',
      'catalog/dataset'
    ]);
  });

  it('stays as it is when looking again fails', async () => {
    const { model, status } = await open(
      [UNREAD, GONE],
      [reach('unreachable'), GONE]
    );
    const before = model.state.page;

    expect(await model.lookAgainAtPage()).toBe('reading');
    expect(model.state.page).toBe(before);
    expect(status()).toBe('unreachable');
  });

  it('is told to nobody who has gone back', async () => {
    const { model } = await open([UNREAD, READ]);
    const looking = model.lookAgainAtPage();
    model.close();

    expect(await looking).toBe('settled');
    expect(model.state.page).toBeNull();
  });
});

describe('watchPage', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  /** A page that is watched from before it is opened. */
  async function watched(
    isShown: boolean,
    ...answers: Parameters<typeof open>
  ) {
    const section: ISection = {
      isShown,
      isShownChanged: new Signal<ISection, boolean>({} as ISection)
    };
    const { model, routes } = await open(...answers);
    const poll = watchPage(model, section);
    await model.open('altimetry');
    const first = routes().length;
    return {
      poll,
      model,
      looks: async (seconds: number) => {
        await jest.advanceTimersByTimeAsync(seconds * 1000);
        return routes().length - first;
      }
    };
  }

  it('looks every few seconds while stores are read, and then no more', async () => {
    const { poll, looks } = await watched(true, [
      UNREAD,
      UNREAD,
      UNREAD,
      UNREAD,
      READ
    ]);
    const soon = await looks(30);

    expect(soon).toBe(3);
    expect(await looks(600)).toBe(soon);
    poll.dispose();
  });

  it('looks seldom while a store gives no answer', async () => {
    const { poll, looks } = await watched(true, [READ], [reach('unreachable')]);
    const asked = await looks(300);

    expect(asked).toBeGreaterThanOrEqual(8);
    expect(asked).toBeLessThanOrEqual(24);
    poll.dispose();
  });

  it('looks again at the next page that is opened', async () => {
    const { poll, model, looks } = await watched(true, [
      UNREAD,
      UNREAD,
      READ,
      UNREAD,
      READ
    ]);
    const before = await looks(60);
    await model.open('altimetry');

    expect(await looks(60)).toBeGreaterThan(before);
    expect(model.state.page?.dataset.value?.isReading).toBe(false);
    poll.dispose();
  });

  it('asks nothing while nobody sees the section, or all is known', async () => {
    const hidden = await watched(false, [UNREAD]);
    expect(await hidden.looks(120)).toBe(0);
    hidden.poll.dispose();

    const quiet = await watched(true, [READ]);
    expect(await quiet.looks(120)).toBe(0);
    quiet.poll.dispose();
  });
});
