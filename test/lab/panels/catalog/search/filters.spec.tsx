import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CatalogResults, Facet } from '../../../../../src/contract';
import { hit, results, summary } from '../../../../support/catalog/answers';
import { ScriptedClient } from '../../../../support/lab/scripted-client';
import { showCatalog } from '../../../../support/catalog/shown-catalog';

/** A facet with these values and counts. */
function facet(
  name: Facet['name'],
  values: Readonly<Record<string, number>>
): Facet {
  return {
    name,
    values: Object.entries(values).map(([value, count]) => ({
      value,
      label: value,
      count
    })),
    more: 0
  };
}

const FACETS = [
  facet('opens', { yes: 24, no: 3 }),
  facet('format', { zarr: 29, netcdf: 2 }),
  facet('tag', { ocean: 9, carbon: 4, ice: 2 }),
  facet('cadence', { daily: 7 }),
  facet(
    'provider',
    Object.fromEntries(
      Array.from({ length: 9 }, (_, number) => [`Provider ${number}`, 1])
    )
  )
];

async function start(
  answer: (query: { text: string; filters?: string }) => CatalogResults = ({
    text
  }) => results(text, ['One', 'Two'], { facets: FACETS })
) {
  const client = new ScriptedClient({
    'catalog/summary': () => summary(),
    'catalog/search': answer
  });
  const { model, commands } = showCatalog(client);
  await act(() => model.load());
  return {
    model,
    commands,
    asked: () => client.asked.map(({ query }) => query).at(-1)
  };
}

function chips(): (string | null)[] {
  const group = screen.getByRole('group', { name: 'Filters' });
  return within(group)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
}

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

  describe('for years', () => {
    const YEARS = [...FACETS, facet('period', { '1979-1999': 4, unknown: 27 })];

    async function open() {
      const started = await start(({ text }) =>
        results(text, ['One'], { facets: YEARS })
      );
      await userEvent.click(
        screen.getByRole('button', { name: 'All filters' })
      );
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

      await userEvent.click(
        screen.getByRole('checkbox', { name: /not known/ })
      );

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

  it('shows variables, resolution, time span and the last check in a row', async () => {
    await start(({ text }) =>
      results(text, [], {
        total: 1,
        hits: [
          hit('Altimetry', {
            variables: ['adt', 'sla', 'ugos', 'vgos', 'err'],
            variableCount: 5,
            resolutionDegrees: 0.25,
            years: { first: 1993, last: 2021 },
            cadence: 'daily',
            opens: { isOpen: true, checkedAt: new Date().toISOString() }
          })
        ]
      })
    );
    const row = screen.getByRole('button', { name: /Altimetry/ });

    expect(row.textContent).toContain(
      'adt, sla, ugos, vgos … · 0.25° · 1993–2021 · daily'
    );
    expect(row.textContent).toContain('✓ opens from here, checked today');
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
