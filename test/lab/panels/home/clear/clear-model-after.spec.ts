import { waitFor } from '@testing-library/react';
import type { IDeleted } from '../../../../../src/lab/panels/home/prediction';
import { ClearModel } from '../../../../../src/lab/panels/home/clear/clear-model';
import {
  clearable,
  deletion,
  item,
  review,
  target
} from '../../../../support/home/clearable-answers';
import { GB } from '../../../../support/home/usage-answers';
import {
  ScriptedClient,
  type Script
} from '../../../../support/lab/scripted-client';
import { never } from '../../../../support/service/never';

const ignore = (): void => undefined;

interface IForgotten {
  readonly paths: string[];
  readonly freedBytes: number;
}

describe('ClearModel, after a deletion', () => {
  let model: ClearModel;
  let forgotten: IForgotten[];

  const start = (script: Script): (() => number) => {
    const client = new ScriptedClient(script);
    forgotten = [];
    model = new ClearModel(client, {
      forget: (deleted: readonly IDeleted[], freedBytes) => {
        forgotten.push({ paths: deleted.map(({ path }) => path), freedBytes });
        return Promise.resolve();
      }
    });
    return () =>
      client.asked.filter(({ route }) => route === 'home/clearable').length;
  };

  const ids = (): string[] | undefined =>
    model.state.value?.items.map(({ id }) => id);

  afterEach(() => {
    model.dispose();
  });

  it('forgets what was removed, not what stayed', async () => {
    start({
      'home/clearable': () => [clearable()],
      'home/deletion': () => [deletion(['.cache/pip'], { failedCount: 1 })]
    });
    await model.load(0);
    const targets = [target('.cache/pip'), target('.cache/torch')];

    await model.delete(targets, ignore, never);

    expect(ids()).toEqual(['torch', 'trash']);
    expect(forgotten).toEqual([{ paths: ['.cache/pip'], freedBytes: GB }]);
  });

  it('forgets no path when it was stopped, but what became free', async () => {
    const stop = new AbortController();
    start({
      'home/clearable': () => [clearable()],
      'home/deletion': async function* () {
        yield deletion([], { phase: 'deleting', deletedBytes: GB });
        stop.abort();
        yield deletion([], { phase: 'deleting', deletedBytes: 2 * GB });
      }
    });
    await model.load(0);

    const stopped = model.delete([target('.cache/pip')], ignore, stop.signal);

    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(ids()).toEqual(['pip', 'torch', 'trash']);
    expect(forgotten).toEqual([{ paths: [], freedBytes: GB }]);
  });

  it('keeps an item until all of its paths are gone', async () => {
    const items = [item('conda', GB, { paths: ['.conda/one', '.conda/two'] })];
    const removed = [['.conda/one'], ['.conda/one', '.conda/two']];
    start({
      'home/clearable': () => [clearable({ items })],
      'home/deletion': () => [deletion(removed.shift() ?? [])]
    });
    await model.load(0);
    const targets = [target('.conda/one'), target('.conda/two')];

    await model.delete(targets, ignore, never);
    expect(ids()).toEqual(['conda']);

    await model.delete(targets, ignore, never);
    expect(ids()).toEqual([]);
  });

  it('looks once for all who ask meanwhile', async () => {
    const searches = start({ 'home/clearable': () => [clearable()] });

    await Promise.all([model.load(600), model.load(0)]);
    expect(searches()).toBe(1);

    await model.load(0);
    expect(searches()).toBe(2);
  });

  it('looks anew when a search is over that saw what is gone', async () => {
    const gate = new EventTarget();
    const isOpen = new Promise(resolve => {
      gate.addEventListener('open', resolve);
    });
    const answers = [
      async function* () {
        await isOpen;
        yield clearable();
      },
      () => [clearable({ items: [item('torch', GB)] })]
    ];
    const searches = start({
      'home/clearable': () => answers.shift()?.(),
      'home/deletion': () => [deletion(['.cache/pip'])]
    });
    const older = model.load(0);

    await model.delete([target('.cache/pip')], ignore, never);
    expect(searches()).toBe(1);
    gate.dispatchEvent(new Event('open'));
    await older;

    await waitFor(() => {
      expect(ids()).toEqual(['torch']);
    });
    expect(searches()).toBe(2);
  });

  it('tells how far it is, and takes the last answer', async () => {
    const answers = [
      review(['a'], { phase: 'counting', files: 1, targets: [] }),
      review(['a'], { phase: 'counting', files: 2, targets: [] }),
      review(['a'])
    ];
    start({
      'home/clearable': () => [clearable()],
      'home/review': () => answers,
      'home/deletion': () => [
        deletion([], { phase: 'deleting', deletedFiles: 5 }),
        deletion(['a'])
      ]
    });
    const told: number[] = [];
    const note = ({ files }: { files: number }): void => {
      told.push(files);
    };

    expect(await model.review({ paths: ['a'] }, note, never)).toEqual(
      review(['a'])
    );
    expect(await model.delete([target('a')], ignore, never)).toEqual(
      deletion(['a'])
    );
    expect(told).toEqual([1, 2, 10]);
  });
});
