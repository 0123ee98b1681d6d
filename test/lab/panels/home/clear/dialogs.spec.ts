import { nullTranslator } from '@jupyterlab/translation';
import { Dialog } from '@jupyterlab/apputils';
import {
  configure,
  fireEvent,
  screen,
  waitFor,
  within
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { confirmDeletion } from '../../../../../src/lab/panels/home/clear/confirm-dialog';
import { showLeftovers } from '../../../../../src/lab/panels/home/clear/leftovers-dialog';
import { chooseItems } from '../../../../../src/lab/panels/home/clear/review-dialog';
import {
  clearable,
  deletion,
  item,
  review
} from '../../../../support/home/clearable-answers';
import { GB } from '../../../../support/home/usage-answers';

// jsdom does not open a <dialog>; what is in it counts as hidden there.
configure({ defaultHidden: true });

const trans = nullTranslator.load('jupyterlab_leap');

const PATHS = Array.from({ length: 10_000 }, (_, at) => `runs/run-${at}`);

const names = (list: HTMLElement): (string | null)[] =>
  within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

/** Scroll a list to its end, as the End key does. */
function scrollToEnd(list: HTMLElement): void {
  list.scrollTop = Number.parseInt(
    list.querySelector<HTMLElement>('[role="presentation"]')?.style.height ?? ''
  );
  fireEvent.scroll(list);
}

afterEach(() => {
  Dialog.flush();
});

describe('The last question before deleting', () => {
  it('warns of programs that use what is deleted, and of none where nothing is', async () => {
    const inUse = [{ path: 'usr', programs: ['python'] }];
    const refused = [{ path: 'usr', reason: 'ESYSTEM' }];
    const warning = /^⚠ In use now by: python/;
    let answer = confirmDeletion(review(['usr'], { inUse }), trans);
    await screen.findByText(warning);
    await userEvent.keyboard('{Escape}');
    await answer;

    answer = confirmDeletion(review([], { inUse, refused }), trans);
    await screen.findByText('Cannot be deleted');
    expect(screen.queryByText(warning)).toBeNull();
    await userEvent.keyboard('{Escape}');
    expect(await answer).toBe(false);
  });

  it('lets every path be seen, of thousands too', async () => {
    const answer = confirmDeletion(review(PATHS), trans);
    const list = await screen.findByRole('list', { name: '10,000 paths' });

    expect(names(list)[0]).toContain('runs/run-0');
    expect(names(list).length).toBeLessThan(100);
    scrollToEnd(list);
    await waitFor(() => {
      expect(names(list).at(-1)).toContain('runs/run-9999');
    });
    await userEvent.keyboard('{Escape}');
    expect(await answer).toBe(false);
  });

  it('has a few paths without a frame of their own', async () => {
    const answer = confirmDeletion(review(PATHS.slice(0, 8)), trans);
    const list = await screen.findByRole('list', { name: '8 paths' });

    expect(names(list)).toHaveLength(8);
    expect(list.tabIndex).toBe(-1);
    await userEvent.keyboard('{Escape}');
    await answer;
  });
});

describe('What stayed', () => {
  it('is named as far as it is known, and the rest is counted', async () => {
    const failed = PATHS.slice(0, 100).map(path => ({
      path,
      reason: 'EACCES'
    }));
    const left = deletion([], { failed, failedCount: 4200 });
    const answer = showLeftovers(left, trans);
    const list = await screen.findByRole('list', {
      name: '4,200 paths stayed'
    });

    scrollToEnd(list);
    await waitFor(() => {
      expect(names(list).at(-1)).toContain('runs/run-99');
    });
    expect(screen.getByText('and 4,100 more')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await answer;
  });
});

describe('The choice of what to clear', () => {
  const box = (name: RegExp): HTMLInputElement =>
    screen.getByRole<HTMLInputElement>('checkbox', { name });
  const all = /^All that comes back/;
  const next = (): HTMLButtonElement =>
    screen.getByRole<HTMLButtonElement>('button', { name: 'Continue…' });

  it('unmarks and marks all that comes back with one box, and leaves the rest', async () => {
    const answer = chooseItems(clearable(), trans);
    await screen.findAllByRole('checkbox');
    const marks = (): boolean[] =>
      [/^pip/, /^torch/, /^trash/].map(name => box(name).checked);

    await userEvent.click(box(/^trash/));
    await userEvent.click(box(all));
    expect(marks()).toEqual([false, false, true]);
    await userEvent.click(box(/^torch/));
    expect(box(all)).toMatchObject({ checked: false, indeterminate: true });
    await userEvent.click(box(all));
    expect(marks()).toEqual([true, true, true]);
    expect(box(all)).toMatchObject({ checked: true, indeterminate: false });
    await userEvent.click(next());
    expect(await answer).toEqual([
      ...['.cache/pip', '.cache/torch', '.local/share/Trash']
    ]);
  });

  it('goes on with one cache alone after two clicks', async () => {
    const answer = chooseItems(clearable(), trans);
    await screen.findAllByRole('checkbox');

    await userEvent.click(box(all));
    expect(next().disabled).toBe(true);
    await userEvent.click(box(/^pip/));
    await userEvent.click(next());
    expect(await answer).toEqual(['.cache/pip']);
  });

  it('does not go on with nothing, from the start', async () => {
    const used = item('torch', GB, { inUseBy: ['python'], preselected: false });
    const answer = chooseItems(clearable({ items: [used] }), trans);
    await screen.findAllByRole('checkbox');

    expect(next().disabled).toBe(true);
    expect(screen.getByText(/^Nothing is marked/)).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(await answer).toBeNull();
  });

  it('can only be closed where there is nothing to clear', async () => {
    const answer = chooseItems(clearable({ items: [] }), trans);
    await screen.findByText(/nothing to clear/);

    expect(
      screen.getAllByRole('button').map(({ textContent }) => textContent)
    ).toEqual(['Close']);
    await userEvent.keyboard('{Escape}');
    expect(await answer).toBeNull();
  });
});
