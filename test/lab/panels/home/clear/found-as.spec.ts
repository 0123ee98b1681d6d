import { nullTranslator } from '@jupyterlab/translation';
import { Dialog, Notification } from '@jupyterlab/apputils';
import { configure, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { clearCaches } from '../../../../../src/lab/panels/home/clear/clear-flow';
import {
  clearable,
  deletion,
  item
} from '../../../../support/home/clearable-answers';
import { GB } from '../../../../support/home/usage-answers';
import { dialog, start } from '../../../../support/home/clearing';

// jsdom does not open a <dialog>; what is in it counts as hidden there.
configure({ defaultHidden: true });

const trans = nullTranslator.load('jupyterlab_leap');

describe('What the reader was told of what they clear', () => {
  afterEach(() => {
    const left = document.querySelector('.jp-Dialog');
    Dialog.flush();
    expect(left).toBeNull();
    Notification.dismiss();
  });

  const press = async (title: RegExp, name: string): Promise<void> => {
    const box = within(await dialog(title));
    await userEvent.click(box.getByRole('button', { name }));
  };

  it('goes with what stayed when it is reviewed again', async () => {
    const outcomes = [
      deletion(['.cache/torch'], {
        failed: [{ path: '.cache/pip/wheel', reason: 'precondition' }],
        failedCount: 1
      }),
      deletion(['.cache/pip'])
    ];
    const { model, client } = start({
      'home/deletion': () => outcomes.splice(0, 1)
    });
    await model.load(0);
    const done = clearCaches(model, trans);
    await press(/Safe to clear/, 'Continue…');
    await press(/Delete for good: 2.GB/, 'Delete');
    await press(/became free/, 'Review Again…');
    await press(/Delete for good: 1.GB/, 'Cancel');
    await done;

    const reviews = client.asked.filter(({ route }) => route === 'home/review');
    const foundAs = [
      { id: 'pip', paths: ['.cache/pip'] },
      { id: 'torch', paths: ['.cache/torch'] }
    ];
    expect(reviews.map(({ query }) => query)).toEqual([
      { paths: ['.cache/pip', '.cache/torch'], foundAs },
      { paths: ['.cache/pip'], foundAs }
    ]);
  });

  it('is of what is marked as a whole alone', async () => {
    const { model, client } = start({
      'home/clearable': () => [
        clearable({
          items: [
            item('marked', GB, { paths: ['.cache/one', '.cache/shared'] }),
            item('other', GB, {
              paths: ['.cache/shared', '.cache/two'],
              preselected: false
            })
          ]
        })
      ]
    });
    await model.load(0);
    const done = clearCaches(model, trans);
    await press(/Safe to clear/, 'Continue…');
    await press(/Delete for good: 2.GB/, 'Cancel');
    await done;

    expect(
      client.asked.find(({ route }) => route === 'home/review')?.query
    ).toEqual({
      paths: ['.cache/one', '.cache/shared'],
      foundAs: [{ id: 'marked', paths: ['.cache/one', '.cache/shared'] }]
    });
  });
});
