import { Notification } from '@jupyterlab/apputils';
import { act, screen } from '@testing-library/react';
import {
  startImage as start,
  USUAL
} from '../../../../support/image/started-image';
import { OpenNotebook, trackerOf } from '../../../../support/lab/open-notebook';
import { listenToCopies } from '../../../../support/lab/clipboard';

const INSERT = 'jupyterlab-leap:insert-image-cell';

describe('inserting the image into a notebook', () => {
  beforeEach(() => {
    listenToCopies();
  });

  afterEach(() => {
    Notification.dismiss();
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

  it('inserts a check that names the image', async () => {
    const notebook = new OpenNotebook([]);
    const { commands } = start(USUAL, trackerOf(notebook));

    await commands.execute('jupyterlab-leap:insert-image-check');

    expect(notebook.sources[0]).toContain(
      'written_in = "pangeo/pangeo-notebook:2026.06.04"'
    );
  });
});
