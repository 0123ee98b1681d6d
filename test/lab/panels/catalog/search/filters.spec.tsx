import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { results } from '../../../../support/catalog/answers';
import {
  start,
  facet,
  FACETS,
  chips
} from '../../../../support/catalog/shown-filters';

describe('filters of the catalog', () => {
  it('offers what is most likely wanted, with counts', async () => {
    await start();

    expect(chips()).toEqual([
      'opens from here 24',
      'Zarr 29',
      'ocean 9',
      'carbon 4',
      'daily 7',
      'All filters'
    ]);
  });

  it('keeps the place of what opens while that is found out', async () => {
    const answer = { facets: FACETS.slice(1), isReading: true };
    await start(({ text }) => results(text, ['One'], answer));

    expect(chips()).toEqual([
      'opens from here …',
      'Zarr 29',
      'ocean 9',
      'carbon 4',
      'daily 7',
      'All filters'
    ]);
    const awaited = screen.getByRole('button', { name: /^opens from here/ });
    expect(awaited).toHaveProperty('disabled', true);
    expect(screen.getByText('not checked yet')).toBeTruthy();
  });

  it('keeps the focus on a filter that is put on and taken off, and beside one that is gone', async () => {
    await start();
    const zarr = () => screen.getByRole('button', { name: /^Zarr/ });
    zarr().focus();
    await userEvent.keyboard('{Enter}');
    expect(zarr().getAttribute('aria-pressed')).toBe('true');
    expect(document.activeElement).toBe(zarr());
    await userEvent.keyboard('{Enter}');
    expect(zarr().getAttribute('aria-pressed')).toBe('false');
    expect(document.activeElement).toBe(zarr());
    await userEvent.keyboard('{Enter}');
    screen.getByRole('button', { name: 'Clear all' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByRole('button', { name: 'Clear all' })).toBeNull();
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: 'All filters' })
    );
  });

  it('takes the focus from nobody who left the filters', async () => {
    const { model } = await start();
    const zarr = screen.getByRole('button', { name: /^Zarr/ });
    zarr.focus();
    zarr.blur();
    await act(() => model.toggle({ facet: 'format', value: 'zarr' }));
    expect(zarr.isConnected).toBe(false);
    expect(document.activeElement).toBe(document.body);
  });

  it('offers a word once, also where two facets have it', async () => {
    const facets = [
      facet('tag', { Monthly: 2, ocean: 1 }),
      facet('cadence', { monthly: 1 })
    ];
    await start(({ text }) => results(text, ['One'], { facets }));

    expect(chips()).toEqual(['Monthly 2', 'ocean 1', 'All filters']);
  });

  it('folds the filters away with the button that unfolds them', async () => {
    const { model } = await start(({ text }) =>
      text === '' ? results('', ['One'], { facets: FACETS }) : results(text, [])
    );
    await userEvent.click(screen.getByRole('button', { name: 'All filters' }));
    expect(screen.getByLabelText('Sort')).toBeTruthy();
    await act(() => model.search('qqq'));

    expect(screen.queryByLabelText('Sort')).toBeNull();
  });

  it('narrows with a chip, says so, and lets go with the same chip', async () => {
    const { asked } = await start();
    await userEvent.click(screen.getByRole('button', { name: 'ocean 9' }));

    expect(asked()).toEqual({ text: '', limit: '100', filters: 'tag=ocean' });
    const chip = screen.getByRole('button', { name: 'ocean' });
    expect(chip.getAttribute('aria-pressed')).toBe('true');

    await userEvent.click(chip);

    expect(asked()).toEqual({ text: '', limit: '100' });
  });

  it('lists every facet, the rarer values when asked, and sorts', async () => {
    const { asked } = await start();
    await userEvent.click(screen.getByRole('button', { name: 'All filters' }));
    expect(screen.queryByLabelText(/Provider 8/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '3 more' }));
    await userEvent.click(screen.getByLabelText(/Provider 8/));
    await userEvent.selectOptions(screen.getByLabelText('Sort'), 'by title');

    expect(asked()).toEqual({
      text: '',
      limit: '100',
      filters: 'provider=Provider%208',
      sort: 'title'
    });
  });

  it('clears all at once', async () => {
    const { model, asked } = await start();
    await act(() =>
      model.searchFor({
        text: 'ice',
        filters: [{ facet: 'opens', value: 'yes' }],
        sort: 'title'
      })
    );
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));

    expect(asked()).toEqual({ text: '', limit: '100' });
  });

  it('says that the filters leave nothing, and clears them alone', async () => {
    const { model, asked } = await start(({ text, filters }) =>
      results(text, filters === undefined ? ['One'] : [])
    );
    await act(() =>
      model.searchFor({
        text: 'ice',
        filters: [{ facet: 'format', value: 'zarr' }],
        sort: 'best'
      })
    );

    expect(screen.getByRole('status').textContent).toBe(
      'Nothing found for “ice” that fits the filters.'
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' })
    );
    expect(asked()).toEqual({ text: 'ice', limit: '100' });
  });

  it('B19 shows a hostile value of a facet as text', async () => {
    await start(({ text }) =>
      results(text, ['One'], {
        facets: [facet('tag', { '<img src=x onerror=alert(1)>\u202e': 2 })]
      })
    );

    expect(document.querySelector('img')).toBeNull();
    expect(chips()[0]).toBe('<img src=x onerror=alert(1)>⟨U+202E⟩ 2');
  });
});
