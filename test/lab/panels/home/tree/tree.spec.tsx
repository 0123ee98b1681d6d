import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  directory,
  entry,
  summary,
  usage
} from '../../../../support/home/usage-answers';
import { history } from '../../../../support/home/history-answers';
import { showHome } from '../../../../support/home/shown-home';

describe('the table of the home', () => {
  it('sorts by what is chosen in the head, by mouse and by keyboard', async () => {
    const home = usage({
      children: [entry('b', 9, { files: 1 }), entry('a', 5, { files: 7 })],
      otherChildren: { entries: 0, usedBytes: 0 }
    });
    const { model } = showHome({ 'home/usage': () => [home] });
    await act(() => model.refresh());
    const paths = () =>
      screen
        .getAllByRole('row')
        .flatMap(row => row.dataset['path'] ?? [])
        .join();
    expect(paths()).toBe('b,a');
    await userEvent.click(screen.getByRole('button', { name: /^Files/ }));
    expect(paths()).toBe('a,b');
    expect(
      screen
        .getByRole('button', { name: /^Files/ })
        .closest('[role=columnheader]')
        ?.getAttribute('aria-sort')
    ).toBe('descending');
    await userEvent.selectOptions(screen.getByLabelText('Sort by'), 'size');
    expect(paths()).toBe('b,a');
    screen.getByRole('button', { name: /^Name/ }).focus();
    await userEvent.keyboard('{Enter}');
    expect(paths()).toBe('a,b');
    // Above the sizes stands "Size", and leads back to them.
    const choices = screen.getByLabelText<HTMLSelectElement>('Sort by');
    expect(choices.selectedOptions[0]?.textContent).toBe('Size');
    await userEvent.selectOptions(
      choices,
      within(choices).getByRole('option', { name: 'Size' })
    );
    expect(paths()).toBe('b,a');
  });

  it('says what will stand in the room that it keeps, before anything was counted', async () => {
    let goOn = (): void => undefined;
    const { model } = showHome({
      'home/usage': async function* () {
        yield usage({
          phase: 'scanning',
          children: [],
          otherChildren: { entries: 0, usedBytes: 0 }
        });
        await new Promise<void>(resolve => (goOn = resolve));
        yield usage();
      }
    });
    let walk = Promise.resolve();
    await act(async () => {
      walk = model.refresh();
      await Promise.resolve();
    });
    await screen.findByText(/Folders appear here as they are counted/);
    await act(async () => {
      goOn();
      await walk;
    });
    expect(screen.queryByText(/Folders appear here/)).toBeNull();
  });

  it('marks in the table what grew', async () => {
    const { model } = showHome({
      'home/usage': () => [usage()],
      'home/history': () => history()
    });
    await act(() => model.refresh());
    expect(
      await screen.findByRole('img', { name: /Grown by 5\u00a0GB/ })
    ).toBeTruthy();
  });

  it('unfolds, moves and folds with the keyboard alone', async () => {
    const { model } = showHome({
      'home/usage': () => [usage()],
      'home/directory': () => directory('cmip6-work', [entry('runs', 9)])
    });
    await act(() => model.refresh());
    await userEvent.tab();
    const grid = screen.getByRole('treegrid');
    expect(document.activeElement).toBe(grid);
    await userEvent.keyboard('{ArrowRight}');
    expect(within(grid).getByText('runs')).toBeTruthy();
    await userEvent.keyboard('{ArrowRight}');
    const current = () =>
      document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    expect(current()?.dataset['path']).toBe('cmip6-work/runs');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(within(grid).queryByText('runs')).toBeNull();
  });

  it('shows marks at once, also while it counts', async () => {
    let goOn = (): void => undefined;
    const { model } = showHome({
      'home/summary': () => summary({ last: usage() }),
      'home/usage': async function* () {
        await new Promise<void>(resolve => (goOn = resolve));
        yield usage();
      }
    });
    let walk = Promise.resolve();
    await act(async () => {
      walk = model.load(0);
      await Promise.resolve();
    });
    await screen.findByRole('button', { name: 'Cancel' });
    screen.getByRole('treegrid').focus();
    await userEvent.keyboard(' ');
    expect(screen.getByText(/^1 marked, 14\.2.GB/)).toBeTruthy();
    // Not where Cancel comes back when the marks go.
    const review = screen.getByText('Delete…');
    expect(review.parentElement?.lastElementChild).toBe(review);
    await act(async () => {
      goOn();
      await walk;
    });
    expect(screen.getByText(/^1 marked, 14\.2.GB/)).toBeTruthy();
  });

  it('B12 shows a hostile name with nothing hidden in it', async () => {
    const hostile = usage({ children: [entry('\u202e<img onerror=x>', 1)] });
    const { model } = showHome({ 'home/usage': () => [hostile] });
    await act(() => model.refresh());
    expect(screen.getByText('⟨U+202E⟩<img onerror=x>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });
});
