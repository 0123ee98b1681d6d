import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { start } from '../../../../support/catalog/shown-filters';

describe('saved searches', () => {
  it('keeps a search, asks it again and forgets it', async () => {
    const { model, asked } = await start();
    await userEvent.click(screen.getByText('Saved searches'));
    expect(
      screen.getByRole('button', { name: 'Save This Search' })
    ).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: 'ocean 9' }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Save This Search' })
    );
    await act(() => model.searchFor({ text: '', filters: [], sort: 'best' }));
    const list = screen.getByText('Saved searches (1)').closest('details');
    const row = within(list ?? document.body);
    await userEvent.click(row.getByRole('button', { name: 'ocean' }));

    expect(asked()).toMatchObject({ filters: 'tag=ocean' });

    await userEvent.click(
      row.getByRole('button', { name: 'Forget the search ocean' })
    );
    expect(screen.getByText('Saved searches')).toBeTruthy();
  });
});
