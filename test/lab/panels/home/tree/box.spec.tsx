import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { clearable } from '../../../../support/home/clearable-answers';
import { summary, usage } from '../../../../support/home/usage-answers';
import { showHome } from '../../../../support/home/shown-home';

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
  ])('is not there where %s', async (_, standing, found) => {
    const { model } = showHome({
      'home/summary': () => summary(standing),
      'home/usage': () => [usage()],
      'home/clearable': () => [clearable(found)]
    });
    await act(() => model.load(0));
    await screen.findByText(/^Safe to clear/);

    expect(screen.getByRole('row', { name: /cmip6-work/ })).toBeTruthy();
    expect(screen.queryByTitle('Mark to delete')).toBeNull();
  });
});
