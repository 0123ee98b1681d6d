import { Notification } from '@jupyterlab/apputils';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { Signal } from '@lumino/signaling';
import { act, screen } from '@testing-library/react';
import { LeapError } from '../../../../../src/contract';
import { image, NO_IMAGE, otherImage } from '../../../../support/image/answers';
import { startImage, USUAL } from '../../../../support/image/started-image';
import { OpenNotebook, trackerOf } from '../../../../support/lab/open-notebook';
import { listenToCopies } from '../../../../support/lab/clipboard';
import {
  open,
  madeWith,
  line,
  OLD,
  ELSEWHERE
} from '../../../../support/image/made-elsewhere';

const COPY = 'jupyterlab-leap:copy-made-with';

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
