import { nullTranslator } from '@jupyterlab/translation';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError, type Contents, type Query } from '../../../src/contract';
import { LazyLook } from '../../../src/lab/contents/lazy-look';
import { ARRAYS } from '../../support/contents/answers';
import { ScriptedClient } from '../../support/lab/scripted-client';
import { shown, press } from '../../support/contents/shown-contents';

const trans = nullTranslator.load('jupyterlab_leap');

const place = { bucket: 'leap-scratch', name: 'ann/sst.zarr/' };

const textOf = (element: Element | undefined): string =>
  element?.textContent ?? '';

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
