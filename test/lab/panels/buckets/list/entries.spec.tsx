import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError, type Query } from '../../../../../src/contract';
import { page } from '../../../../support/buckets/answers';
import {
  cells,
  grid,
  manyEntries,
  started
} from '../../../../support/buckets/shown-own-folder';
import { listenToCopies } from '../../../../support/lab/clipboard';

describe('The list of a bucket', () => {
  let copied: readonly string[] = [];

  beforeEach(() => {
    copied = listenToCopies();
  });

  it('marks a data set as what it is', async () => {
    await started();
    expect(await screen.findByTitle('Zarr store')).toBeTruthy();
    expect(screen.getAllByTitle('Folder')).toHaveLength(1);
  });

  it('filters by a pattern as a shell does, and asks the bucket for how it begins', async () => {
    const { client } = await started({
      'buckets/listing': ({ match, cursor }: Query<'buckets/listing'>) => {
        if (match !== undefined) {
          return [
            page(
              [],
              [
                ['run-8.csv', 1, null],
                ['run-9.nc', 2, null]
              ]
            )
          ];
        }
        return cursor === null
          ? [page([], [['a-run.nc', 1, null]], { cursor: 'more' })]
          : new LeapError('unavailable', 'Broken.');
      }
    });
    const box = screen.getByLabelText(/Filter names/);
    fireEvent.change(box, { target: { value: 'run*.nc' } });
    expect(
      await screen.findByText('All names that begin with “run” are here.')
    ).toBeTruthy();
    expect(client.asked.at(-1)?.query).toMatchObject({ match: 'run' });
    expect(cells()).toHaveLength(1);
    fireEvent.change(box, { target: { value: '*.grib' } });
    expect(
      screen.getByText('Nothing that is loaded is of the form “*.grib”.')
    ).toBeTruthy();
  });

  it('quotes no more of a filter than can be read', async () => {
    await started();
    const value = 'x'.repeat(2000);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value } });
    expect(
      screen.getByText(`No name here contains “${'x'.repeat(100)}…”.`)
    ).toBeTruthy();
  });

  it('does not say that all names are here where the bucket has none', async () => {
    await started({
      'buckets/listing': ({ match, cursor }: Query<'buckets/listing'>) => {
        if (match !== undefined) {
          return [page([], [])];
        }
        // Always another page would be loaded without end.
        return cursor === null
          ? [page([], [['a-run.nc', 1, null]], { cursor: 'more' })]
          : new LeapError('unavailable', 'Broken.');
      }
    });
    const box = screen.getByLabelText(/Filter names/);
    fireEvent.change(box, { target: { value: 'zzz' } });
    expect(
      await screen.findByText(/Nothing in this folder begins with “zzz”/)
    ).toBeTruthy();
    expect(screen.queryByText(/All names that begin/)).toBeNull();
  });

  it('asks the bucket for names that begin with what is typed, and says what was searched', async () => {
    const { client } = await started({
      'buckets/listing': ({ match, cursor }: Query<'buckets/listing'>) => {
        if (match !== undefined) {
          return [page([], [['run-9.nc', 2, null]])];
        }
        return cursor === null
          ? [page([], [['a-run.nc', 1, null]], { cursor: 'more' })]
          : new LeapError('unavailable', 'Broken.');
      }
    });
    // At once: whoever types slowly has each beginning asked for.
    const box = screen.getByLabelText(/Filter names/);
    fireEvent.change(box, { target: { value: 'run' } });
    expect(
      await screen.findByText(/All names that begin with “run” are here/)
    ).toBeTruthy();
    expect(cells().map(text => text.slice(0, 8))).toEqual([
      'a-run.nc',
      'run-9.nc'
    ]);
    const asked = client.asked.map(({ query }) => query as { match?: string });
    expect(asked.flatMap(({ match }) => match ?? [])).toEqual(['run']);
  });

  it('keeps the chosen row in sight when the list makes room for details', async () => {
    const observers: (() => void)[] = [];
    const { ResizeObserver: usual } = globalThis;
    globalThis.ResizeObserver = class extends usual {
      constructor(tell: ResizeObserverCallback) {
        super(tell);
        observers.push(() => {
          tell([], this);
        });
      }
    };
    try {
      await started({ 'buckets/listing': () => [page([], manyEntries())] });
      await userEvent.click(screen.getByRole('row', { name: /part-13\b/ }));
      const tops: (number | undefined)[] = [];
      Object.defineProperties(grid(), {
        clientHeight: { value: 100 },
        scrollHeight: { value: 26_000 },
        scrollTo: {
          value: ({ top }: ScrollToOptions) => {
            tops.push(top);
          }
        }
      });
      await act(async () => {
        observers.forEach(tell => {
          tell();
        });
        await new Promise(requestAnimationFrame);
      });
      // The 14th row of 26 pixels is the last of the 100.
      expect(tops).toContain(14 * 26 - 100);
    } finally {
      globalThis.ResizeObserver = usual;
    }
  });

  it('counts what is loaded, with "+" where there is more, and loads more', async () => {
    await started({
      'buckets/listing': ({ cursor }: Query<'buckets/listing'>) =>
        cursor
          ? [page([], [['last', 1, null]])]
          : [page([], manyEntries(), { cursor: 'one' })]
    });
    expect(screen.getByText('1,000+ entries')).toBeTruthy();
    const partly = () => screen.queryByText('Only what is loaded is sorted.');
    expect(partly()).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Size' }));
    expect(partly()).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(screen.getByText('1,001 entries')).toBeTruthy();
    expect(partly()).toBeNull();
    expect(within(grid()).getAllByRole('row').length).toBeLessThan(100);
    expect(document.activeElement).toBe(grid());
  });

  it('filters what is loaded while typing', async () => {
    await started();
    await userEvent.type(screen.getByRole('searchbox'), 'nc');
    expect(cells()).toHaveLength(1);
    expect(screen.getByText('1 of 4 entries')).toBeTruthy();
    await userEvent.type(screen.getByRole('searchbox'), 'x');
    expect(screen.getByText('No name here contains “ncx”.')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(cells()).toHaveLength(4);
  });

  it('sorts by the heads of the columns', async () => {
    await started();
    await userEvent.click(screen.getByRole('button', { name: 'Size' }));
    expect(cells()[2]).toContain('run3.nc');
    expect(
      screen.getByRole('button', { name: 'Size' }).getAttribute('aria-pressed')
    ).toBe('true');
    await userEvent.click(screen.getByRole('button', { name: 'Size' }));
    expect(cells()[2]).toContain('notes.md');
  });

  it('selects with a click and opens with a double click', async () => {
    const { model } = await started();
    await userEvent.click(screen.getByTitle('figures/'));
    expect(model.state).toMatchObject({
      folder: { prefix: 'ann/' },
      current: 'figures/'
    });
    await userEvent.dblClick(screen.getByTitle('figures/'));
    expect(model.state.folder?.prefix).toBe('ann/figures/');
  });

  it('tells readers the rows as they stand, whatever element each is in', async () => {
    await started();
    const owned = grid().getAttribute('aria-owns')?.split(' ') ?? [];
    expect(owned.map(id => document.getElementById(id)?.ariaRowIndex)).toEqual(
      cells().map((_, at) => String(at + 1))
    );
  });

  it('copies the path of a row letter for letter', async () => {
    await started({
      'buckets/listing': () => [page([], [['a b#?%2F\u202e.nc', 1, null]])]
    });
    await userEvent.click(
      screen.getByRole('button', { name: /Copy the gs:\/\/ path of/ })
    );
    expect(copied).toEqual(['gs://leap-scratch/ann/a b#?%2F\u202e.nc']);
  });

  it('B12 B19 shows hostile names with nothing hidden and nothing obeyed', async () => {
    await started({
      'buckets/listing': () => [
        page(
          ['__proto__/'],
          [['\u202e<img src=x onerror=alert(1)>\n', 1, null]]
        )
      ]
    });
    expect(screen.getByTitle('__proto__/')).toBeTruthy();
    const name = screen.getByTitle('⟨U+202E⟩<img src=x onerror=alert(1)>␊');
    expect(name.tagName).toBe('BDI');
    // Cut in the middle for the eye alone: as text it is whole.
    expect(name.textContent).toBe('⟨U+202E⟩<img src=x onerror=alert(1)>␊');
    expect(document.querySelector('img')).toBeNull();
  });

  it('B13 marks the one of two names that look alike, and says why', async () => {
    await started({
      'buckets/listing': () => [
        page(
          [],
          [
            ['cafe\u0301.nc', 1, null],
            ['café.nc', 1, null]
          ]
        )
      ]
    });
    expect(cells().map(text => text.includes('NFD'))).toEqual([true, false]);
    await userEvent.click(screen.getByText('NFD'));
    expect(screen.getByText(/Accents are stored apart/)).toBeTruthy();
    await userEvent.click(screen.getByTitle('café.nc'));
    expect(screen.queryByText(/Accents are stored apart/)).toBeNull();
  });

  it('B06 names an object that has the name of its folder', async () => {
    await started({ 'buckets/listing': () => [page([], [['', 0, null]])] });
    expect(screen.getByText('(this folder)')).toBeTruthy();
  });
});
