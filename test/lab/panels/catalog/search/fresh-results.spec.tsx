import { nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import {
  LeapError,
  type CatalogAnswer,
  type Facet
} from '../../../../../src/contract';
import { FreshResults } from '../../../../../src/lab/panels/catalog/search/fresh-results';
import { CatalogModel } from '../../../../../src/lab/panels/catalog/model';
import { watchResults } from '../../../../../src/lab/panels/catalog/search/watch-results';
import type { ISection } from '../../../../../src/lab/sidebar';
import { hit, results, summary } from '../../../../support/catalog/answers';
import { ScriptedClient } from '../../../../support/lab/scripted-client';

const trans = nullTranslator.load('jupyterlab_leap');

const READ = results('', ['Rain'], {
  hits: [hit('Rain', { variables: ['pr'], variableCount: 1 })]
});

/** A model whose searches are answered one after another; the last answer stays. */
async function start(...answers: (CatalogAnswer | LeapError)[]) {
  let asked = 0;
  const client = new ScriptedClient({
    'catalog/summary': () => summary(),
    'catalog/search': () => {
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      if (answer instanceof LeapError) {
        throw answer;
      }
      return answer;
    }
  });
  const model = new CatalogModel(client);
  await model.load();
  return { model, searches: () => asked };
}

describe('What is learnt while results are shown', () => {
  it('waits beside the results until it is taken up', async () => {
    const { model } = await start(results('', ['Rain']), READ);
    await model.lookAgain();

    expect(model.state.results.value?.hits[0]?.variables).toEqual([]);
    expect(model.state.fresh?.hits[0]?.variables).toEqual(['pr']);
    model.takeFresh();
    expect(model.state.results.value?.hits[0]?.variables).toEqual(['pr']);
    expect(model.state.fresh).toBeNull();
  });

  it('is nothing where a reader would see no difference', async () => {
    const again = results('', ['Rain'], { hits: [hit('Rain', { score: 7 })] });
    const { model } = await start(results('', ['Rain']), again);
    await model.lookAgain();

    expect(model.state.fresh).toBeNull();
  });

  it('leaves rows and filters where they are, and adds what is new behind them', async () => {
    const counted = (...values: [string, number][]): Facet[] => [
      {
        name: 'cadence',
        values: values.map(([value, count]) => ({
          value,
          label: value,
          count
        })),
        more: 0
      }
    ];
    const { model } = await start(
      results('', ['Rain', 'Ice'], {
        facets: counted(['monthly', 3], ['daily', 1])
      }),
      results('', ['Snow', 'Ice', 'Rain'], {
        facets: counted(['weekly', 5], ['daily', 4], ['monthly', 2])
      })
    );
    await model.lookAgain();
    model.takeFresh();
    const { value } = model.state.results;

    expect(value?.hits.map(({ title }) => title)).toEqual([
      'Rain',
      'Ice',
      'Snow'
    ]);
    expect(
      value?.facets[0]?.values.map(({ value: name, count }) => [name, count])
    ).toEqual([
      ['monthly', 2],
      ['daily', 4],
      ['weekly', 5]
    ]);
    await model.lookAgain();
    expect(model.state.fresh).toBeNull();
  });

  it('leaves the results as they are when looking again fails', async () => {
    const error = new LeapError('unavailable', 'Gone.');
    const { model } = await start(results('', ['Rain']), error);

    expect(await model.lookAgain()).toBe(false);
    expect(model.state.results.status).toBe('ready');
  });

  it('is forgotten when something else is searched', async () => {
    const { model } = await start(results('', ['Rain']), READ, READ);
    await model.lookAgain();
    await model.search('pr');

    expect(model.state.fresh).toBeNull();
  });
});

describe('FreshResults', () => {
  function Page({ isFresh, onTake }: { isFresh: boolean; onTake: () => void }) {
    const place = React.useRef<HTMLDivElement>(null);
    return (
      <div ref={place} data-testid="place">
        <input type="search" />
        <button>Rain</button>
        <FreshResults
          isFresh={isFresh}
          place={place}
          trans={trans}
          onTake={onTake}
        />
      </div>
    );
  }

  function start() {
    const take = jest.fn();
    const { rerender } = render(<Page isFresh={false} onTake={take} />);
    return {
      take,
      learn: () => {
        rerender(<Page isFresh onTake={take} />);
      }
    };
  }

  it('shows it at once where nobody points at a row', () => {
    const { take, learn } = start();
    learn();

    expect(take).toHaveBeenCalledTimes(1);
  });

  it('shows it at once while somebody types', async () => {
    const { take, learn } = start();
    screen.getByRole('searchbox').focus();
    learn();

    await act(() => Promise.resolve());
    expect(take).toHaveBeenCalled();
  });

  it('moves nothing under the pointer, until it leaves', async () => {
    const { take, learn } = start();
    await userEvent.hover(screen.getByTestId('place'));
    learn();
    expect(take).not.toHaveBeenCalled();
    expect(screen.getByRole('status').textContent).toContain('More is known');

    await userEvent.unhover(screen.getByTestId('place'));
    expect(take).toHaveBeenCalled();
  });

  it('moves nothing under the keyboard’s focus, until its user says so', async () => {
    const { take, learn } = start();
    act(() => {
      screen.getByRole('button', { name: 'Rain' }).focus();
    });
    learn();
    expect(take).not.toHaveBeenCalled();

    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(take).toHaveBeenCalled();
  });
});

describe('watchResults', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  async function watched(isShown: boolean, ...answers: CatalogAnswer[]) {
    const { model, searches } = await start(...answers);
    const section = {
      isShown,
      isShownChanged: new Signal<ISection, boolean>({} as ISection)
    };
    const poll = watchResults(model, section);
    await model.search('');
    const first = searches();
    return {
      poll,
      looks: async (seconds: number) => {
        await jest.advanceTimersByTimeAsync(seconds * 1000);
        return searches() - first;
      }
    };
  }

  const reading = results('', ['Rain'], { isReading: true });

  it('looks again while stores are read', async () => {
    const { poll, looks } = await watched(true, reading);

    expect(await looks(61)).toBeGreaterThanOrEqual(5);
    poll.dispose();
  });

  it('ends soon after the reading ended', async () => {
    const { poll, looks } = await watched(
      true,
      reading,
      reading,
      results('', ['Rain'])
    );
    const soon = await looks(60);

    expect(soon).toBeLessThanOrEqual(4);
    expect(await looks(600)).toBe(soon);
    poll.dispose();
  });

  it('asks nothing while nobody sees the section, or nothing is read', async () => {
    const hidden = await watched(false, reading);
    expect(await hidden.looks(120)).toBe(0);
    hidden.poll.dispose();

    const quiet = await watched(true, results('', ['Rain']));
    expect(await quiet.looks(120)).toBe(0);
    quiet.poll.dispose();
  });
});
