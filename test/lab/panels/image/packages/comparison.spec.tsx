import { Notification } from '@jupyterlab/apputils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../../src/contract';
import { COMPARISON, image } from '../../../../support/image/answers';
import { OpenNotebook } from '../../../../support/lab/open-notebook';
import { listenToCopies } from '../../../../support/lab/clipboard';
import {
  open,
  madeWith,
  OLD,
  ELSEWHERE
} from '../../../../support/image/made-elsewhere';

const ML = 'pangeo/ml-notebook:2024.01.15';

const COPY = 'jupyterlab-leap:copy-made-with';

describe('Comparing packages of images', () => {
  let copied: readonly string[];

  beforeEach(() => {
    copied = listenToCopies();
  });

  afterEach(() => {
    Notification.dismiss();
  });

  it('compares the packages in one click, major changes first', async () => {
    const { client } = await open(madeWith({ image: OLD }));

    screen.getByRole('button', { name: 'Compare Packages' }).click();
    await act(async () => {});

    expect(client.asked.at(-1)).toMatchObject({
      route: 'image/comparison',
      query: { from: OLD, to: null }
    });
    expect(
      screen.getByText('From pangeo-notebook:2023.05.08 to this image:')
    ).toBeTruthy();
    expect(screen.getByText('⚠ 1 major change')).toBeTruthy();
    expect(screen.getByText('321 the same')).toBeTruthy();
    expect(screen.getByText('⚠ 1.24 → 2.3')).toBeTruthy();
    expect(screen.getByText('removed: 1.3')).toBeTruthy();
    expect(
      screen
        .getByRole('link', { name: 'What changed in the recipes' })
        .getAttribute('href')
    ).toBe(COMPARISON.recipesUrl);
  });

  it('opens the section when it is compared from the palette', async () => {
    const { commands, client, opened } = await open(madeWith({ image: OLD }));

    await act(() => commands.execute('jupyterlab-leap:compare-image'));

    expect(opened).toEqual(['image']);
    expect(client.asked.at(-1)?.query).toEqual({ from: OLD, to: null });
  });

  it('says in a sentence why it cannot compare, and still copies', async () => {
    const { commands } = await open(madeWith({ image: OLD }), {
      ...ELSEWHERE,
      'image/comparison': () =>
        new LeapError('unavailable', 'There is no network.')
    });

    screen.getByRole('button', { name: 'Compare Packages' }).click();
    await act(async () => {});
    await commands.execute(COPY);

    expect(
      screen.getByText('The packages cannot be compared. There is no network.')
    ).toBeTruthy();
    expect(copied).toEqual([OLD]);
  });

  it('compares this image with any that is typed', async () => {
    const { client } = await open(new OpenNotebook([]));

    await userEvent.click(screen.getByText('Compare two images'));
    const go = screen.getByRole('button', { name: 'Compare' });
    expect(go).toHaveProperty('disabled', true);
    await userEvent.type(screen.getByLabelText('To'), `${ML}{Enter}`);

    expect(client.asked.at(-1)?.query).toEqual({ from: image().spec, to: ML });
  });

  it('compares two images, neither of them this one', async () => {
    const { client } = await open(new OpenNotebook([]));

    await userEvent.click(screen.getByText('Compare two images'));
    const from = screen.getByLabelText('From');
    await userEvent.clear(from);
    await userEvent.type(from, ` ${OLD} `);
    await userEvent.type(screen.getByLabelText('To'), ML);
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }));

    expect(client.asked.at(-1)?.query).toEqual({ from: OLD, to: ML });
    expect(
      screen.getByText(
        'From pangeo-notebook:2023.05.08 to ml-notebook:2024.01.15:'
      )
    ).toBeTruthy();
  });

  it('takes an empty field for this image, and compares none with itself', async () => {
    const { client } = await open(new OpenNotebook([]));

    await userEvent.click(screen.getByText('Compare two images'));
    const from = screen.getByLabelText('From');
    const go = screen.getByRole('button', { name: 'Compare' });
    await userEvent.type(screen.getByLabelText('To'), String(image().spec));
    expect(go).toHaveProperty('disabled', true);
    await userEvent.clear(from);
    await userEvent.clear(screen.getByLabelText('To'));
    expect(go).toHaveProperty('disabled', true);
    await userEvent.type(from, `${ML}{Enter}`);

    expect(client.asked.at(-1)?.query).toEqual({ from: ML, to: null });
  });

  it('suggests the newer image that the hub offers, and compares from this one to that', async () => {
    const newer = 'pangeo/pangeo-notebook:2026.11.01';
    const { client } = await open(new OpenNotebook([]), {
      ...ELSEWHERE,
      'image/spec': () => image({ newerOffered: newer })
    });

    await userEvent.click(screen.getByText('Compare two images'));
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }));

    expect(client.asked.at(-1)?.query).toEqual({
      from: 'pangeo/pangeo-notebook:2026.06.04',
      to: newer
    });
  });
});
