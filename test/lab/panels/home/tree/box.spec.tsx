import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { clearable } from '../../../../support/home/clearable-answers';
import { largest } from '../../../../support/home/largest-answers';
import { summary, usage } from '../../../../support/home/usage-answers';
import { showHome } from '../../../../support/home/shown-home';

const BOX = 'Mark to delete: runs/winds.nc';

describe('the box of large data', () => {
  it('marks what the table does not even show, with its size, and takes the mark away', async () => {
    const { model } = showHome({
      'home/usage': () => [usage()],
      'home/largest': () => largest({ files: [], oldest: [] })
    });
    await act(() => model.refresh());
    const box = await screen.findByRole<HTMLInputElement>('checkbox', {
      name: 'Mark to delete: work/ocean.zarr'
    });
    expect(box.checked).toBe(false);
    await userEvent.click(box);
    expect(box.checked).toBe(true);
    expect(screen.getByText(/^1 marked, 14.GB/)).toBeTruthy();
    await userEvent.keyboard(' ');
    expect(box.checked).toBe(false);
    expect(screen.queryByText(/marked,/)).toBeNull();
  });

  it('shows one mark in every list that the file is in', async () => {
    const { model } = showHome({
      'home/usage': () => [usage()],
      'home/largest': () => largest()
    });
    await act(() => model.refresh());
    const boxes = await screen.findAllByRole<HTMLInputElement>('checkbox', {
      name: BOX,
      hidden: true
    });
    const [first] = boxes;
    if (first) {
      await userEvent.click(first);
    }
    expect(boxes.map(({ checked }) => checked)).toEqual([true, true]);
  });
});

describe('the box of a row', () => {
  it('marks by a click, which does not unfold', async () => {
    const { model } = showHome({ 'home/usage': () => [usage()] });
    await act(() => model.refresh());
    const row = (): HTMLElement =>
      screen.getByRole('row', { name: /cmip6-work/ });
    await userEvent.click(within(row()).getByTitle('Mark to delete'));
    expect(row().getAttribute('aria-selected')).toBe('true');
    expect(row().getAttribute('aria-expanded')).toBe('false');
    expect(screen.getByText(/^1 marked, 14\.2.GB/)).toBeTruthy();
    await userEvent.click(within(row()).getByTitle('Unmark'));
    expect(screen.queryByText(/marked/)).toBeNull();
  });

  it.each([
    ['the home is read-only', { writable: false }, {}],
    ['deletion is switched off', {}, { deletionAllowed: false }]
  ])('is nowhere where %s, and no key marks', async (_, standing, found) => {
    const { model } = showHome({
      'home/summary': () => summary(standing),
      'home/usage': () => [usage()],
      'home/clearable': () => [clearable(found)],
      'home/largest': () => largest()
    });
    await act(() => model.load(0));
    await screen.findByText(/^Safe to clear/);

    expect(screen.getByRole('row', { name: /cmip6-work/ })).toBeTruthy();
    expect(screen.queryByTitle('Mark to delete')).toBeNull();
    expect(screen.getByText('Largest files')).toBeTruthy();
    expect(screen.queryByRole('checkbox', { hidden: true })).toBeNull();
    expect(
      screen.getByText(/check the copy, then delete it there/)
    ).toBeTruthy();
    screen.getByRole('treegrid').focus();
    await userEvent.keyboard(' ');
    expect(screen.queryByText(/marked,/)).toBeNull();
  });
});
