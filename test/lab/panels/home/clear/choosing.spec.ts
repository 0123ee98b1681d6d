import { nullTranslator } from '@jupyterlab/translation';
import { Dialog, Notification } from '@jupyterlab/apputils';
import { configure, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  clearCaches,
  deletePaths
} from '../../../../../src/lab/panels/home/clear/clear-flow';
import {
  clearable,
  item,
  review
} from '../../../../support/home/clearable-answers';
import { GB } from '../../../../support/home/usage-answers';
import { start, dialog } from '../../../../support/home/clearing';

// jsdom does not open a <dialog>; what is in it counts as hidden there.
configure({ defaultHidden: true });

const trans = nullTranslator.load('jupyterlab_leap');

describe('Choosing what to clear', () => {
  afterEach(() => {
    const left = document.querySelector('.jp-Dialog');
    Dialog.flush();
    expect(left).toBeNull();
    Notification.dismiss();
  });

  it('marks what comes back, says what each costs, and adds up', async () => {
    const { model } = start({});
    await model.load(0);
    const done = clearCaches(model, trans);
    const box = within(await dialog(/Safe to clear/));
    const boxes = await box.findAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.map(({ checked }) => checked)).toEqual([
      ...[true, true, true, false]
    ]);
    expect(box.getByRole('status').textContent).toContain(
      '6.5\u00a0GB in 200 files'
    );
    expect(box.getByText('pip downloads it again.')).toBeTruthy();
    await userEvent.click(box.getByRole('checkbox', { name: /torch/ }));
    expect(box.getByRole('status').textContent).toContain(
      '4\u00a0GB in 100 files'
    );
    await userEvent.keyboard('{Escape}');
    await done;
  });

  it('waits for the whole search before it lets choose', async () => {
    let goOn = (): void => undefined;
    const { model } = start({
      'home/clearable': async function* () {
        yield clearable({ phase: 'measuring', items: [], preselectedBytes: 0 });
        await new Promise<void>(resolve => (goOn = resolve));
        yield clearable();
      }
    });
    const done = clearCaches(model, trans);
    await dialog(/Looking for what is safe/);
    goOn();
    const box = within(await dialog(/^Safe to clear/));
    expect(await box.findAllByRole('listitem')).toHaveLength(3);
    await userEvent.keyboard('{Escape}');
    await done;
  });

  it('shows what a program has open, and what would not become free', async () => {
    const used = item('torch', GB, {
      inUseBy: ['python'],
      preselected: false,
      linkedBytes: 2 * GB,
      otherPaths: 1200
    });
    const { model } = start({
      'home/clearable': () => [clearable({ items: [used] })]
    });
    await model.load(0);
    const done = clearCaches(model, trans);
    const box = within(await dialog(/Safe to clear/));
    expect(await box.findByText(/In use now by: python/)).toBeTruthy();
    expect(box.getByText(/Another 2.GB would not become free/)).toBeTruthy();
    expect(
      box.getByText('1,200 smaller folders are left for the next time.')
    ).toBeTruthy();
    await userEvent.click(box.getByRole('button', { name: /Cancel/ }));
    await done;
  });

  it('B12 shows a hostile path with nothing hidden in it', async () => {
    const path = '\u202e<img onerror=x>';
    const { model } = start({ 'home/review': () => [review([path])] });
    const done = deletePaths(model, [path], trans);
    const box = within(await dialog(/Delete for good/));
    const shown = await box.findByTitle('⟨U+202E⟩<img onerror=x>');
    expect(shown.textContent).toBe('⟨U+202E⟩<img onerror=x>');
    expect(document.querySelector('img')).toBeNull();
    await userEvent.keyboard('{Escape}');
    await done;
  });
});
