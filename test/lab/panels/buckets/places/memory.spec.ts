import { StateDB } from '@jupyterlab/statedb';
import { BucketsModel } from '../../../../../src/lab/panels/buckets/model';
import {
  recall,
  remember
} from '../../../../../src/lab/panels/buckets/places/memory';
import { page } from '../../../../support/buckets/answers';
import { ScriptedClient } from '../../../../support/lab/scripted-client';

const KEY = 'jupyterlab-leap:buckets';

describe('the memory of the buckets section', () => {
  it('brings back place and order', async () => {
    const state = new StateDB();
    const model = new BucketsModel(
      new ScriptedClient({ 'buckets/listing': () => [page([], [])] })
    );
    remember(model, state);
    await model.open({ bucket: 'leap-scratch', prefix: 'ann/' });
    model.sortBy('bytes');
    expect(await recall(state)).toEqual({
      folder: { bucket: 'leap-scratch', prefix: 'ann/' },
      sort: { by: 'bytes', descending: true },
      bookmarks: [],
      recent: [{ bucket: 'leap-scratch', prefix: 'ann/' }]
    });
    model.dispose();
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['fields of other types', { folder: { bucket: 1, prefix: 'a/' }, sort: 3 }],
    ['a prefix that is no folder', { folder: { bucket: 'b', prefix: 'a' } }],
    ['an unknown column', { sort: { by: '__proto__', descending: true } }]
  ])('takes nothing from %s', async (_, saved) => {
    const state = new StateDB();
    if (saved !== undefined) {
      await state.save(KEY, saved);
    }
    expect(await recall(state)).toEqual({
      folder: null,
      sort: { by: 'name', descending: false },
      bookmarks: [],
      recent: []
    });
  });

  it('works without a place to keep it', async () => {
    expect((await recall(null)).folder).toBeNull();
  });
});
