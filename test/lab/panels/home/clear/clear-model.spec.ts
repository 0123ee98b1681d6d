import { LeapError, type HomeUsage } from '../../../../../src/contract';
import { ClearModel } from '../../../../../src/lab/panels/home/clear/clear-model';
import { HomeModel } from '../../../../../src/lab/panels/home/model';
import {
  clearable,
  deletion,
  item,
  review,
  target
} from '../../../../support/home/clearable-answers';
import { GB, usage } from '../../../../support/home/usage-answers';
import {
  ScriptedClient,
  type Script
} from '../../../../support/lab/scripted-client';
import { never } from '../../../../support/service/never';

const ignore = (): void => undefined;

describe('ClearModel', () => {
  let home: HomeModel;
  let model: ClearModel;
  const start = (script: Script) => {
    const client = new ScriptedClient(script);
    home = new HomeModel(client);
    model = new ClearModel(client, home);
    return client;
  };

  afterEach(() => {
    model.dispose();
    home.dispose();
  });

  it('shows what it found so far the first time, and the whole in the end', async () => {
    const seen: number[] = [];
    start({
      'home/clearable': () => [
        clearable({ phase: 'measuring', items: [item('pip', GB)] }),
        clearable()
      ]
    });
    model.stateChanged.connect(() => {
      seen.push(model.state.value?.items.length ?? -1);
    });
    await model.load(600);
    expect(seen).toEqual([-1, 1, 3]);
    expect(model.state.status).toBe('ready');
  });

  it('keeps the last answer while it looks again, and when that fails', async () => {
    const error = new LeapError('unavailable', 'The file server is away.');
    const answers: unknown[] = [
      [clearable()],
      [clearable({ phase: 'measuring', items: [] }), clearable()],
      error
    ];
    start({ 'home/clearable': () => answers.shift() });
    await model.load(0);
    const during: unknown[] = [];
    model.stateChanged.connect(() =>
      during.push(model.state.value?.items.length)
    );
    await model.load(0);
    await model.load(0);
    expect(during).not.toContain(0);
    expect(model.state).toEqual({
      status: 'failed',
      value: clearable(),
      error
    });
  });

  it('lets the number fall at once and has it counted again', async () => {
    const seen: number[] = [];
    const counts: HomeUsage[] = [usage(), usage({ usedBytes: 27.3 * GB })];
    const found = [clearable(), clearable({ items: [], preselectedBytes: 0 })];
    start({
      'home/usage': () => [counts.shift()],
      'home/clearable': () => [found.shift()],
      'home/deletion': () => [
        deletion([], { phase: 'deleting', deletedBytes: 1 }),
        deletion(['.cache/pip'], { deletedBytes: 4 * GB })
      ]
    });
    await home.refresh();
    await model.load(0);
    home.stateChanged.connect(() => {
      seen.push((home.state.usage.value?.usedBytes ?? 0) / GB);
    });
    const result = await model.delete(
      [target('.cache/pip', 4 * GB)],
      ignore,
      never
    );
    expect(result.deletedBytes).toBe(4 * GB);
    expect(model.state.value?.items.map(({ id }) => id)).toEqual([
      'torch',
      'trash'
    ]);
    expect(model.state.value?.preselectedBytes).toBe(2.5 * GB);
    expect(seen[0]).toBeCloseTo(27.4);
    await new Promise<void>(resolve => {
      home.stateChanged.connect((_, { usage: { status } }) => {
        if (status === 'ready') {
          resolve();
        }
      });
    });
    expect(seen.at(-1)).toBeCloseTo(27.3);
  });

  it('counts again also when a deletion was stopped', async () => {
    const stop = new AbortController();
    const client = start({
      'home/usage': () => [usage()],
      'home/clearable': () => [clearable()],
      'home/deletion': async function* () {
        yield deletion([], { phase: 'deleting', deletedBytes: GB });
        stop.abort();
        yield deletion([], { phase: 'deleting', deletedBytes: 2 * GB });
      }
    });
    await home.refresh();
    const stopped = model.delete([target('a')], ignore, stop.signal);
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(home.state.usage.value?.usedBytes).toBeCloseTo(30.4 * GB);
    expect(client.asked.map(({ route }) => route)).toContain('home/clearable');
  });

  it('takes an answer without an end for a failure', async () => {
    start({
      'home/review': () => [review(['a'], { phase: 'counting', targets: [] })]
    });
    await expect(
      model.review({ paths: ['a'] }, ignore, never)
    ).rejects.toMatchObject({
      code: 'service-failed'
    });
  });
});
