import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { results } from '../../../../support/catalog/answers';
import {
  start,
  facet,
  FACETS,
  chips
} from '../../../../support/catalog/shown-filters';

describe('years that data shall cover', () => {
  const YEARS = [...FACETS, facet('period', { '1979-1999': 4, unknown: 27 })];

  async function open() {
    const started = await start(({ text }) =>
      results(text, ['One'], { facets: YEARS })
    );
    await userEvent.click(screen.getByRole('button', { name: 'All filters' }));
    const first = screen.getByLabelText('First year');
    const last = screen.getByLabelText('Last year');
    return { ...started, first, last };
  }

  it('asks what covers them as soon as they are typed', async () => {
    const { asked, first, last } = await open();
    await userEvent.type(first, '1993');
    expect(asked()).toMatchObject({ filters: 'period=1993%2F..' });
    expect(chips()[0]).toBe('begins by 1993 ×');
    await userEvent.type(last, '201');
    expect(asked()).toMatchObject({ filters: 'period=1993%2F..' });
    await userEvent.type(last, '9');

    expect(asked()).toMatchObject({ filters: 'period=1993%2F2019' });
    expect(chips()[0]).toBe('covers 1993 to 2019 ×');
    expect(first).toHaveProperty('value', '1993');

    await userEvent.click(screen.getByRole('checkbox', { name: /not known/ }));

    expect(asked()).toMatchObject({
      filters: 'period=1993%2F2019&period=unknown'
    });
  });

  it('says of how many others nothing is known, and shows them too', async () => {
    const { asked, first } = await open();
    expect(screen.queryByText(/Nothing says/)).toBeNull();
    await userEvent.type(first, '1993');
    expect(
      screen.getByText('Nothing says which years 27 other data sets have.')
    ).toBeTruthy();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show Them Too' })
    );

    expect(asked()).toMatchObject({
      filters: 'period=1993%2F..&period=unknown'
    });
    expect(screen.queryByText(/Nothing says/)).toBeNull();
  });

  it('asks for a shorter year when the field is left', async () => {
    const { asked, last } = await open();
    await userEvent.type(last, '850');
    expect(asked()).toEqual({ text: '', limit: '100' });
    await userEvent.tab();

    expect(asked()).toMatchObject({ filters: 'period=..%2F850' });
    expect(chips()[0]).toBe('goes on to 850 ×');
  });

  it('follows what is asked elsewhere', async () => {
    const { model, first, last } = await open();
    await act(() =>
      model.searchFor({
        text: '',
        filters: [{ facet: 'period', value: '1950/2000' }],
        sort: 'best'
      })
    );
    expect([first, last].map(field => field.getAttribute('value'))).toEqual([
      '1950',
      '2000'
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));

    expect([first, last].map(field => field.getAttribute('value'))).toEqual([
      '',
      ''
    ]);
  });

  it('says what is wrong with them, and asks nothing', async () => {
    const { asked, first, last } = await open();
    await userEvent.type(last, '1990');
    await userEvent.type(first, '2010');
    expect(screen.getByText(/after the last one/)).toBeTruthy();
    expect(first.getAttribute('aria-invalid')).toBe('true');
    expect(asked()).toMatchObject({ filters: 'period=..%2F1990' });
    await userEvent.clear(first);
    await userEvent.type(first, 'now');

    expect(screen.getByText(/A year is a number/)).toBeTruthy();
    expect(asked()).toMatchObject({ filters: 'period=..%2F1990' });
  });
});
