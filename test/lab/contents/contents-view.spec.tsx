import { nullTranslator } from '@jupyterlab/translation';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError, type Contents, type Query } from '../../../src/contract';
import ContentsView from '../../../src/lab/contents/contents-view';
import { LazyLook } from '../../../src/lab/contents/lazy-look';
import { ARRAYS, slice } from '../../support/contents/answers';
import { ScriptedClient, type Script } from '../../support/lab/scripted-client';

const trans = nullTranslator.load('jupyterlab_leap');
const place = { bucket: 'leap-scratch', name: 'ann/sst.zarr/' };
const cost = {
  chunks: 1,
  bytes: 2_100_000,
  isExact: true,
  part: null,
  sliders: [{ name: 'time', size: 480 }]
};

async function shown(
  contents: Contents | LeapError,
  script: Script = {},
  onRead?: (contents: Contents) => void
) {
  const client = new ScriptedClient({
    'contents/summary': () => contents,
    'contents/cost': () => cost,
    'contents/slice': ({ positions }: Query<'contents/slice'>) => {
      const index = positions[0]?.index ?? 0;
      const text = index === 0 ? '1985-01-01' : '1985-02-01';
      return slice({ at: [{ dimension: 'time', index, size: 480, text }] });
    },
    ...script
  });
  const { unmount } = render(
    <ContentsView place={place} onRead={onRead} client={client} trans={trans} />
  );
  await act(async () => {
    await Promise.resolve();
  });
  return { client, unmount };
}

const textOf = (element: Element | undefined): string =>
  element?.textContent ?? '';

const press = async (name: RegExp): Promise<void> => {
  await userEvent.click(await screen.findByRole('button', { name }));
};

describe('What is in a data set', () => {
  it('is summed up as xarray does', async () => {
    await shown(ARRAYS);
    const text = textOf(
      await screen.findByRole('group', { name: 'What is in it' })
    );
    expect(text).toContain('time\u00a0480 · lat\u00a0720 · lon\u00a01440');
    expect(text).toContain('2\u00a0GB unpacked · 42 chunks');
    const variables = screen.getByRole('list', { name: 'Variables' });
    expect(textOf(within(variables).getAllByRole('button')[0])).toContain(
      'sst(time, lat, lon) float32degC'
    );
    expect(screen.getByText('1 coordinate')).not.toBeNull();
  });

  it('lets another version of a repository be looked at, and tells who shows it', async () => {
    const read: Contents[] = [];
    const versions = {
      shown: { kind: 'branch', name: 'main' },
      branches: ['main', 'dev\u202e'],
      tags: ['main', 'v1']
    } as const;
    const { client } = await shown(
      ARRAYS,
      {
        'contents/summary': ({ place: asked }: Query<'contents/summary'>) => ({
          ...ARRAYS,
          versions: { ...versions, shown: asked.version ?? versions.shown }
        })
      },
      contents => read.push(contents)
    );
    await press(/^\W*sst/);
    const choice = await screen.findByLabelText<HTMLSelectElement>('Version');
    expect(within(choice).getByText('dev⟨U+202E⟩')).not.toBeNull();
    await userEvent.selectOptions(
      choice,
      within(within(choice).getByRole('group', { name: 'Tags' })).getByText(
        'main'
      )
    );
    const version = { kind: 'tag', name: 'main' };
    expect(client.asked.at(-1)?.query).toEqual({
      place: { ...place, version }
    });
    expect(choice.value).toBe('tag main');
    expect(
      read.map(each => each.kind === 'arrays' && each.versions?.shown)
    ).toEqual([versions.shown, version]);
    // What was unfolded was the other version's.
    expect(screen.queryByRole('button', { name: /^Look at/ })).toBeNull();
    await press(/^\W*sst/);
    await press(/^Look at/);
    expect(client.asked.at(-1)).toMatchObject({
      route: 'contents/slice',
      query: { place: { version } }
    });
  });

  it('does not ask which version where there is one only', async () => {
    await shown({
      ...ARRAYS,
      versions: {
        shown: { kind: 'branch', name: 'main' },
        branches: ['main'],
        tags: []
      }
    });
    await screen.findByRole('group', { name: 'What is in it' });
    expect(screen.queryByLabelText('Version')).toBeNull();
  });

  it('B12 B19 shows attributes as text with nothing hidden', async () => {
    await shown(ARRAYS);
    expect(
      await screen.findByText('<img src=x onerror=alert(1)>⟨U+202E⟩')
    ).not.toBeNull();
    expect(document.querySelector('img')).toBeNull();
  });

  it('B12 B15 contains names that hide, reorder or never end', async () => {
    const evil = '\u202egnp.\u0007\u200b';
    const long = 'x'.repeat(5000);
    const [first] = ARRAYS.variables;
    await shown({
      ...ARRAYS,
      format: evil,
      dimensions: [{ name: evil, size: 1 }],
      notes: [evil],
      variables: [
        {
          ...first,
          path: evil + long,
          dimensions: [evil],
          dtype: evil,
          units: evil,
          packing: evil,
          fillValue: evil,
          longName: evil,
          noLook: evil
        } as (typeof ARRAYS.variables)[number]
      ]
    });
    await press(/^⟨U\+202E⟩gnp/);
    const text = textOf(screen.getByRole('group', { name: 'What is in it' }));
    expect(text).not.toMatch(/[\u202e\u0007\u200b]/);
    expect(text).toContain('⟨U+202E⟩gnp.␇⟨U+200B⟩');
    expect(text).not.toContain('x'.repeat(200));
  });

  it('says what a look would read before anything is read', async () => {
    const { client } = await shown(ARRAYS);
    await press(/^sst/);
    expect(
      await screen.findByRole('button', {
        name: 'Look at sst (reads 2.1\u00a0MB)'
      })
    ).toHaveProperty('disabled', false);
    expect(client.asked.map(({ route }) => route)).toEqual([
      'contents/summary',
      'contents/cost'
    ]);
  });

  it('draws a slice with words for those who do not see it', async () => {
    await shown(ARRAYS);
    await press(/^sst/);
    await press(/^Look at/);
    expect(
      await screen.findByRole('img', {
        name: 'Map of sea surface temperature: from 1 to 5 degC, lon from 0° to 120°W, lat from 45°N to 45°S, time 1985-01-01'
      })
    ).not.toBeNull();
    expect(
      screen.getByText(/Read 2.1.MB in 1 chunk. 17 % of it/)
    ).not.toBeNull();
  });

  it('moves along time with the slider, and keeps the picture until the next is there', async () => {
    const { client } = await shown(ARRAYS);
    await press(/^sst/);
    await press(/^Look at/);
    const slider = await screen.findByRole('slider', { name: 'time' });
    fireEvent.change(slider, { target: { value: '1' } });
    expect(screen.getByRole('img')).not.toBeNull();
    expect(await screen.findByText('1985-02-01')).not.toBeNull();
    expect(slider.getAttribute('aria-valuetext')).toBe('1985-02-01');
    expect(client.asked.at(-1)?.query).toEqual({
      place,
      variable: 'sst',
      positions: [{ dimension: 'time', index: 1 }]
    });
  });

  it('says why a variable cannot be looked at', async () => {
    const { client } = await shown(ARRAYS);
    await press(/^note/);
    expect(await screen.findByText(/<U8 are not drawn/)).not.toBeNull();
    expect(client.asked).toHaveLength(1);
  });

  it('tries again when a look fails', async () => {
    let tries = 0;
    await shown(ARRAYS, {
      'contents/slice': () => {
        tries += 1;
        return tries === 1
          ? new LeapError('unavailable', 'The connection broke.')
          : slice();
      }
    });
    await press(/^sst/);
    await press(/^Look at/);
    expect(textOf(await screen.findByRole('alert'))).toContain(
      'The connection broke.'
    );
    await press(/^Retry/);
    expect(await screen.findByRole('img')).not.toBeNull();
    // The button is gone; the focus is where its answer appeared.
    expect(document.activeElement).toBe(
      screen.getByRole('group', { name: 'A look at sst' })
    );
  });

  it('tries again when it cannot be read, and says so', async () => {
    const { client } = await shown(
      new LeapError('forbidden', 'This server may not read it.')
    );
    expect(textOf(await screen.findByRole('alert'))).toContain(
      'This server may not read it.'
    );
    await press(/^Retry/);
    expect(client.asked).toHaveLength(2);
    expect(document.activeElement).toBe(
      screen.getByRole('group', { name: 'What is in it' })
    );
  });

  it('stops reading when it is no longer shown', async () => {
    const { client, unmount } = await shown(ARRAYS);
    unmount();
    expect(client.asked[0]?.signal?.aborted).toBe(true);
  });

  it('shows what could not be read', async () => {
    await shown({ ...ARRAYS, notes: ['Its metadata are not consolidated.'] });
    expect(await screen.findByText(/not consolidated/)).not.toBeNull();
  });
});

describe('What is in a file', () => {
  it('is text, whatever it says', async () => {
    await shown({
      kind: 'text',
      format: 'Markdown',
      text: '# <b>bold</b>\r\n\u202eevil',
      isCut: true,
      notes: []
    });
    expect(textOf(await screen.findByRole('region'))).toContain(
      '# <b>bold</b>\n⟨U+202E⟩evil'
    );
    expect(screen.getByText('Markdown, its beginning.')).not.toBeNull();
  });

  it('is a picture through an address of its own', async () => {
    const made: Blob[] = [];
    URL.createObjectURL = blob => {
      made.push(blob as Blob);
      return 'blob:x';
    };
    const revoked = jest.fn();
    URL.revokeObjectURL = revoked;
    const { unmount } = await shown({
      kind: 'image',
      format: 'PNG',
      mediaType: 'image/png',
      widthPx: 30,
      heightPx: 20,
      base64: 'AAAA'
    });
    const image = await screen.findByRole('img', {
      name: 'PNG, 30 × 20 pixels'
    });
    expect(image.getAttribute('src')).toBe('blob:x');
    expect(made[0]?.type).toBe('image/png');
    fireEvent.error(image);
    expect(screen.getByText(/damaged/)).not.toBeNull();
    unmount();
    expect(revoked).toHaveBeenCalledWith('blob:x');
  });

  it('is a table with its first rows', async () => {
    await shown({
      kind: 'table',
      format: 'CSV',
      columns: [{ name: 'step', type: 'int', isNullable: false }],
      columnCount: 3,
      rowCount: 1200,
      rows: [['1'], ['2']],
      attributes: [],
      notes: []
    });
    expect(
      await screen.findByText('CSV · 3 columns · 1,200 rows.')
    ).not.toBeNull();
    expect(textOf(screen.getByRole('columnheader'))).toContain('step int');
    expect(screen.getAllByRole('cell')).toHaveLength(2);
    expect(screen.getByText('2 more columns')).not.toBeNull();
  });

  it('is cells of a notebook without their outputs', async () => {
    await shown({
      kind: 'notebook',
      format: 'Notebook',
      language: 'python',
      cells: [{ type: 'code', source: 'print(1)', outputCount: 2 }],
      cellCount: 5,
      notes: []
    });
    expect(await screen.findByText('print(1)')).not.toBeNull();
    expect(screen.getByText('2 outputs, not shown')).not.toBeNull();
    expect(screen.getByText('4 more cells')).not.toBeNull();
  });
});

describe('A look', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('says that it still tries when nothing comes for a while', async () => {
    await shown(ARRAYS, {
      'contents/summary': () => new Promise(() => undefined)
    });
    await act(() => jest.advanceTimersByTimeAsync(7000));
    expect(screen.queryByText(/Still trying/)).toBeNull();
    await act(() => jest.advanceTimersByTimeAsync(2000));
    expect(screen.getByText(/Still trying/)).not.toBeNull();
  });

  it('does not begin while somebody walks by', async () => {
    const client = new ScriptedClient({ 'contents/summary': () => ARRAYS });
    const { unmount } = render(
      <LazyLook place={place} client={client} trans={trans} />
    );
    await act(() => jest.advanceTimersByTimeAsync(200));
    unmount();
    await act(() => jest.advanceTimersByTimeAsync(1000));
    expect(client.asked).toEqual([]);
  });
});
