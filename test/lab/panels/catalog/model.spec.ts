import { LeapError } from '../../../../src/contract';
import { CatalogModel } from '../../../../src/lab/panels/catalog/model';
import {
  dataset,
  reach,
  results,
  summary
} from '../../../support/catalog/answers';
import {
  ScriptedClient,
  type Script
} from '../../../support/lab/scripted-client';

const away = new LeapError('unavailable', 'Away.');

const USUAL: Script = {
  'catalog/summary': () => summary(),
  'catalog/refresh': () => summary(),
  'catalog/search': ({ text }: { text: string }) => results(text, ['A', 'B']),
  'catalog/dataset': () => dataset(),
  'catalog/reach': () => reach('anonymous')
};

describe('CatalogModel', () => {
  let model: CatalogModel;
  let client: ScriptedClient;

  function start(script: Script = {}): void {
    client = new ScriptedClient({ ...USUAL, ...script });
    model = new CatalogModel(client);
  }

  function asked(): string[] {
    return client.asked.map(({ route }) => route);
  }

  /** Wait for a state. */
  function until(isReached: () => boolean): Promise<void> {
    return new Promise(resolve => {
      const look = (): void => {
        if (isReached()) {
          model.stateChanged.disconnect(look);
          resolve();
        }
      };
      model.stateChanged.connect(look);
      look();
    });
  }

  afterEach(() => {
    model.dispose();
  });

  it('shows what is at hand, and asks the sources of what is not of now', async () => {
    const shown: string[] = [];
    start({ 'catalog/summary': () => summary({ state: 'kept' }) });
    model.stateChanged.connect((_, { summary: { status, value } }) => {
      const now = `${status} ${value?.state ?? 'nothing'}`;
      if (shown.at(-1) !== now) {
        shown.push(now);
      }
    });

    await model.load();

    expect(shown).toEqual(['loading nothing', 'loading kept', 'ready live']);
    expect(asked()).toEqual([
      'catalog/summary',
      'catalog/search',
      'catalog/refresh',
      'catalog/search'
    ]);
  });

  it('asks no sources when the catalog is of now', async () => {
    start();
    await model.load();

    expect(asked()).toEqual(['catalog/summary', 'catalog/search']);
    expect(model.state.results.value?.hits).toHaveLength(2);
  });

  it('does not search again when nothing has changed', async () => {
    start();
    await model.load();
    await model.load();
    await model.refresh();

    expect(asked().filter(route => route === 'catalog/search')).toHaveLength(1);
  });

  it('keeps the last results until the new ones are there', async () => {
    let answer: (value: unknown) => void = () => undefined;
    start({
      'catalog/search': ({ text }: { text: string }) =>
        text === 'a'
          ? results('a', ['A'])
          : new Promise(resolve => (answer = resolve))
    });
    await model.search('a');
    const searching = model.search('ab');

    expect(model.state.results).toEqual({
      status: 'loading',
      value: results('a', ['A'])
    });
    answer(results('ab', ['C']));
    await searching;
    expect(model.state.results.value?.query).toBe('ab');
  });

  it('stops the search for the text before, and forgets a late answer', async () => {
    const answers: ((value: unknown) => void)[] = [];
    start({
      'catalog/search': () => new Promise(resolve => answers.push(resolve))
    });
    const first = model.search('s');
    const second = model.search('ss');

    expect(client.asked[0]?.signal?.aborted).toBe(true);
    expect(client.asked[1]?.signal?.aborted).toBe(false);
    answers[1]?.(results('ss', ['B']));
    await second;
    answers[0]?.(results('s', ['A']));
    await first;

    expect(model.state.results).toMatchObject({
      status: 'ready',
      value: { query: 'ss' }
    });
  });

  it('keeps results and summary when a request fails', async () => {
    start({
      'catalog/search': ({ text }: { text: string }) =>
        text === 'x' ? away : results(text, ['A']),
      'catalog/refresh': () => away
    });
    await model.load();
    await model.search('x');
    await model.refresh();

    expect(model.state.results).toMatchObject({
      status: 'failed',
      error: away,
      value: { query: '' }
    });
    expect(model.state.summary).toMatchObject({
      status: 'failed',
      error: away,
      value: { datasets: 2 }
    });
  });

  it('B60 sends no more text than the service takes', async () => {
    start();
    await model.search('x'.repeat(10_000));

    expect(client.asked[0]?.query).toEqual({
      text: 'x'.repeat(1000),
      limit: '100'
    });
  });

  it('opens a data set and checks whether its stores open', async () => {
    start();
    await model.open('altimetry');

    expect(model.state.page).toEqual({
      id: 'altimetry',
      dataset: { status: 'ready', value: dataset() },
      reach: { status: 'ready', value: reach('anonymous') }
    });
  });

  it('checks nothing where there is no store', async () => {
    start({ 'catalog/dataset': () => dataset({ stores: [] }) });
    await model.open('altimetry');

    expect(asked()).toEqual(['catalog/dataset']);
  });

  it('shows the data set when the check fails', async () => {
    start({ 'catalog/reach': () => away });
    await model.open('altimetry');

    expect(model.state.page).toMatchObject({
      dataset: { status: 'ready' },
      reach: { status: 'failed', error: away }
    });
  });

  it('goes back to the search as it was, and stops the check', async () => {
    start({ 'catalog/reach': () => new Promise(() => undefined) });
    await model.search('ssh');
    void model.open('altimetry');
    await until(() => model.state.page?.reach.status === 'loading');

    model.close();

    expect(client.asked.at(-1)?.signal?.aborted).toBe(true);
    expect(model.state).toMatchObject({
      page: null,
      text: 'ssh',
      results: { value: { query: 'ssh' } }
    });
  });

  it('shows the data set that was opened last, whichever answers first', async () => {
    const answers = new Map<string, (value: unknown) => void>();
    start({
      'catalog/dataset': ({ id }: { id: string }) =>
        new Promise(resolve => answers.set(id, resolve)),
      'catalog/reach': () => reach('hub')
    });
    const first = model.open('one');
    const second = model.open('two');
    answers.get('two')?.(dataset({ title: 'Two' }));
    await second;
    answers.get('one')?.(dataset({ title: 'One' }));
    await first;

    expect(model.state.page?.dataset.value?.title).toBe('Two');
  });

  it('takes up search and page of an earlier visit', async () => {
    start();
    model.restore({ text: 'ssh', filters: [], sort: 'best' }, 'altimetry');
    expect(client.asked).toEqual([]);

    await model.load();
    await until(() => model.state.page?.reach.status === 'ready');

    expect(model.state.results.value?.query).toBe('ssh');
    expect(model.state.page?.dataset.value?.title).toBe('Altimetry');
  });
});
