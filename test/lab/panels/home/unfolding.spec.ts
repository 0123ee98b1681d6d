import { LeapError } from '../../../../src/contract';
import { HomeModel } from '../../../../src/lab/panels/home/model';
import {
  directory,
  entry,
  summary,
  usage
} from '../../../support/home/usage-answers';
import {
  ScriptedClient,
  type Script
} from '../../../support/lab/scripted-client';

describe('HomeModel, unfolding', () => {
  let model: HomeModel;
  const start = (script: Script) => {
    const client = new ScriptedClient(script);
    model = new HomeModel(client);
    return client;
  };

  afterEach(() => model.dispose());

  it('reveals a folder below others, counting first where nothing is known', async () => {
    const client = start({
      'home/summary': () => summary(),
      'home/usage': () => [usage()],
      'home/directory': ({ path }: { path: string }) =>
        directory(path, [entry('runs', 9)])
    });

    await model.reveal('cmip6-work/runs');

    expect(client.asked.map(({ route }) => route)).toContain('home/usage');
    expect([...model.state.open.keys()]).toEqual([
      'cmip6-work',
      'cmip6-work/runs'
    ]);
    expect(model.state.selected).toBe('cmip6-work/runs');
  });

  it('counts first where a folder that is asked for is newer than the numbers', async () => {
    const newer = new LeapError('not-found', 'This folder was not there.');
    const answers: unknown[] = [newer, directory('new', [])];
    let counted = '2026-11-23T12:00:00Z';
    const client = start({
      'home/usage': () => [usage({ scannedAt: counted })],
      'home/directory': () => answers.shift()
    });
    await model.refresh();
    counted = '2026-11-23T13:00:00Z';

    await model.reveal('new');

    expect(
      client.asked.filter(({ route }) => route === 'home/usage')
    ).toHaveLength(2);
    expect(model.state.open.get('new')?.status).toBe('ready');
    expect(model.state.selected).toBe('new');
  });

  it('unfolds a directory with its content', async () => {
    start({ 'home/directory': () => directory('.cache', [entry('pip', 5)]) });
    await model.unfold('.cache');
    expect(model.state.open.get('.cache')).toMatchObject({
      status: 'ready',
      value: { children: [{ name: 'pip' }] }
    });
  });

  it('stays folded when folded before the answer came', async () => {
    start({ 'home/directory': () => directory('.cache', []) });
    const answer = model.unfold('.cache');
    model.fold('.cache');
    await answer;
    expect(model.state.open.size).toBe(0);
  });

  it('reads unfolded directories anew after a walk', async () => {
    let bytes = 1;
    start({
      'home/usage': () => [usage()],
      'home/directory': () => directory('.cache', [entry('pip', bytes++)])
    });
    await model.unfold('.cache');
    await model.refresh();
    expect(model.state.open.get('.cache')?.value?.usedBytes).toBe(2);
  });
});
