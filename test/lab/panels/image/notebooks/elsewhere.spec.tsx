import { Notification } from '@jupyterlab/apputils';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { Signal } from '@lumino/signaling';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../../src/contract';
import {
  COMPARISON,
  image,
  NO_IMAGE,
  otherImage
} from '../../../../support/image/answers';
import { startImage, USUAL } from '../../../../support/image/started-image';
import { OpenNotebook, trackerOf } from '../../../../support/lab/open-notebook';
import type { Script } from '../../../../support/lab/scripted-client';
import { listenToCopies } from '../../../../support/lab/clipboard';

const OLD = 'pangeo/pangeo-notebook:2023.05.08';
const ML = 'pangeo/ml-notebook:2024.01.15';
const COPY = 'jupyterlab-leap:copy-made-with';

const ELSEWHERE: Script = {
  ...USUAL,
  'image/other': () => otherImage(),
  'image/comparison': () => COMPARISON
};

/** A notebook whose file says that it was made with an image. */
function madeWith(kept: unknown): OpenNotebook {
  const notebook = new OpenNotebook(['x = 1']);
  notebook.model.setMetadata('jupyterlab_leap', kept);
  notebook.model.dirty = false;
  return notebook;
}

async function open(
  notebook: OpenNotebook,
  script: Script = ELSEWHERE,
  registry: ISettingRegistry | null = null
) {
  const lab = startImage(script, trackerOf(notebook), registry);
  await lab.show();
  return lab;
}

function line(): string | null {
  const card = screen.queryByRole('region', { name: 'Made elsewhere' });
  const words = ['strong', 'p'].map(tag => card?.querySelector(tag));
  return card && words.map(each => each?.textContent).join(': ');
}

describe('A notebook made elsewhere', () => {
  let copied: readonly string[];

  beforeEach(() => {
    copied = listenToCopies();
  });

  afterEach(() => {
    Notification.dismiss();
  });

  it('is told in one line, and nowhere else', async () => {
    const notebook = madeWith({ image: OLD });
    await open(notebook);

    expect(line()).toBe(
      'drought.ipynb: Made with pangeo-notebook:2023.05.08; this is pangeo-notebook:2026.06.04.'
    );
    expect(Notification.manager.notifications).toEqual([]);
    expect(notebook.model.dirty).toBe(false);
  });

  it('is told once where there is no status bar, as in Notebook 7', async () => {
    const notebook = madeWith({ image: OLD });
    const tracker = trackerOf(notebook);
    await startImage(ELSEWHERE, tracker, null, null).show();
    tracker.activate(null);
    tracker.activate(notebook);
    await act(async () => {});

    expect(
      Notification.manager.notifications.map(({ message }) => message)
    ).toEqual([
      'drought.ipynb was made with pangeo-notebook:2023.05.08; this is pangeo-notebook:2026.06.04.'
    ]);
  });

  it('gives the text for the Custom image field in one click', async () => {
    await open(madeWith({ image: OLD }));

    screen
      .getByRole('button', { name: 'Copy the Image of This Notebook' })
      .click();
    await act(async () => {});

    expect(copied).toEqual([OLD]);
  });

  it('gives that text although the service says nothing of it', async () => {
    const { commands } = await open(madeWith({ image: 'pangeo/x' }), {
      ...USUAL,
      'image/other': () => new LeapError('unavailable', 'Away.')
    });

    await commands.execute(COPY);

    expect(copied).toEqual(['pangeo/x:latest']);
    expect(screen.queryByText(/Start a server/)).toBeNull();
  });

  it('links the start of a server with that image, where the hub has a page for it', async () => {
    await open(madeWith({ image: OLD }));

    const link = screen.getByRole<HTMLAnchorElement>('link', {
      name: 'Start a server with that image'
    });
    expect(link.getAttribute('href')).toBe(
      `${window.location.origin}/hub/spawn/ann/old?image=pangeo%2Fpangeo-notebook%3A2023.05.08`
    );
    expect(link.rel).toBe('noopener noreferrer');
  });

  it.each([null, 'javascript:alert(1)', '//evil.example.org/'])(
    'links nothing for %j',
    async spawnUrl => {
      await open(madeWith({ image: OLD }), {
        ...ELSEWHERE,
        'image/other': () => otherImage({ spawnUrl })
      });

      expect(screen.queryByRole('link', { name: /Start a server/ })).toBeNull();
    }
  );

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

  it('stays told after the notebook is saved here', async () => {
    const notebook = madeWith({ image: OLD });
    await open(notebook);
    await act(async () => {
      notebook.model.setMetadata('jupyterlab_leap', { image: image().spec });
      await notebook.save();
    });

    expect(line()).toContain('2023.05.08');
  });

  it('follows the active notebook', async () => {
    const tracker = trackerOf(madeWith({ image: OLD }));
    const { show, commands } = startImage(ELSEWHERE, tracker);
    await show();
    expect(commands.isEnabled(COPY)).toBe(true);

    await act(async () => {
      tracker.activate(new OpenNotebook([]));
    });

    expect(line()).toBeNull();
    expect(commands.isEnabled(COPY)).toBe(false);
  });

  it('names the image also where this server does not know its own', async () => {
    await open(madeWith({ image: OLD }), {
      ...ELSEWHERE,
      'image/spec': () => NO_IMAGE
    });

    expect(line()).toContain('did not say which image it runs');
  });

  it.each([
    ['the same image', { image: image().spec }],
    ['no metadata of ours', null],
    ['metadata of the wrong type', [7]],
    ['a hostile image', { image: '<img src=x onerror=alert(1)>:1' }],
    ['text with a line break', { image: 'x:1\nRUN evil' }]
  ])('says nothing of a notebook with %s', async (_, kept) => {
    await open(madeWith(kept));

    expect(line()).toBeNull();
    expect(document.querySelector('img')).toBeNull();
  });

  it('says nothing where another spelling names this very image', async () => {
    await open(madeWith({ image: `docker.io/${String(image().spec)}` }), {
      ...ELSEWHERE,
      'image/other': () => otherImage({ isThis: true })
    });

    expect(line()).toBeNull();
  });

  it('notifies whoever asked for it, once', async () => {
    const settings = {
      changed: new Signal<object, void>({}),
      get: (name: string) => ({ composite: name === 'tellElsewhere' })
    };
    const registry: unknown = { load: () => Promise.resolve(settings) };
    const notebook = madeWith({ image: OLD });
    const tracker = trackerOf(notebook);
    startImage(ELSEWHERE, tracker, registry as ISettingRegistry);
    await act(async () => {});
    await act(async () => {
      tracker.activate(null);
      tracker.activate(notebook);
    });

    expect(
      Notification.manager.notifications.map(({ message }) => message)
    ).toEqual([expect.stringContaining('was made with')]);
  });
});
