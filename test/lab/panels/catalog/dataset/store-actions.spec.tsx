import { Notification } from '@jupyterlab/apputils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dataset, store } from '../../../../support/catalog/answers';
import { listenToCopies } from '../../../../support/lab/clipboard';
import { OpenNotebook, trackerOf } from '../../../../support/lab/open-notebook';
import { start } from '../../../../support/catalog/started-catalog';

const INSERT = 'jupyterlab-leap:insert-dataset-code';

const NEW = 'jupyterlab-leap:open-dataset-notebook';

const COPY = 'jupyterlab-leap:copy-dataset-code';

const IN_BUCKETS = 'jupyterlab-leap:open-dataset-store';

describe('what is done with a store', () => {
  afterEach(() => {
    Notification.dismiss();
  });

  it('inserts the code below the active cell of the notebook', async () => {
    const notebook = new OpenNotebook(['x = 1']);
    const { show, page } = start({}, { tracker: trackerOf(notebook) });
    await show();
    await page();

    await userEvent.click(screen.getByRole('button', { name: 'Insert Code' }));

    expect(notebook.sources).toEqual(['x = 1', store().snippet]);
  });

  it('inserts into a new notebook when none is open', async () => {
    const notebook = new OpenNotebook(['']);
    const tracker = trackerOf(notebook);
    tracker.activate(null);
    const { show, page, commands } = start({}, { tracker });
    const made: unknown[] = [];
    commands.addCommand('notebook:create-new', {
      execute: args => {
        made.push(args);
        return notebook.panel;
      }
    });
    await show();
    await page();

    await userEvent.click(screen.getByRole('button', { name: 'Insert Code' }));

    expect(notebook.sources).toEqual([store().snippet]);
    expect(made).toEqual([{ kernelName: 'python-kernel', activate: true }]);
  });

  it('starts a new notebook with Python though the default is another language', async () => {
    const notebook = new OpenNotebook(['']);
    const { page, commands } = start(
      {},
      { tracker: trackerOf(notebook), kernels: ['julia', 'python'] }
    );
    const made: unknown[] = [];
    commands.addCommand('notebook:create-new', {
      execute: args => {
        made.push(args);
        return notebook.panel;
      }
    });
    await page();
    await commands.execute(NEW);

    expect(made).toEqual([{ kernelName: 'python-kernel', activate: true }]);
  });

  it('says that there is no Python', async () => {
    const tracker = trackerOf(new OpenNotebook(['']));
    const { page, commands } = start({}, { tracker, kernels: ['julia'] });
    await page();
    await commands.execute(NEW);

    expect(
      Notification.manager.notifications.map(({ message }) => message)
    ).toEqual([expect.stringContaining('has no Python kernel')]);
  });

  it('copies the code, and the address where there is no code', async () => {
    const { show, page } = start({
      'catalog/dataset': () =>
        dataset({
          stores: [
            store(),
            store({ id: 'b', snippet: null, url: 'ftp://x', note: 'No code.' })
          ]
        })
    });
    await show();
    await page();
    const copied = listenToCopies();

    screen.getByRole('button', { name: 'Copy Code' }).click();
    screen.getByRole('button', { name: 'Copy Address' }).click();
    await act(async () => {});

    expect(copied).toEqual([store().snippet, 'ftp://x']);
    expect(screen.getByText('No code.')).toBeTruthy();
  });

  it('opens a bucket’s store in Buckets, and offers it for no other', async () => {
    const inBuckets = store({
      id: 'b',
      url: 'gs://cmip6/x.zarr',
      inBuckets: true
    });
    const { show, page, commands } = start({
      'catalog/dataset': () => dataset({ stores: [store(), inBuckets] })
    });
    const places: unknown[] = [];
    commands.addCommand('jupyterlab-leap:open-place', {
      execute: args => places.push(args)
    });
    await show();
    await page();

    const buttons = screen.getAllByRole('button', { name: 'Open in Buckets' });
    expect(buttons).toHaveLength(1);
    buttons[0]?.click();
    await act(async () => {});

    expect(places).toEqual([{ reference: 'gs://cmip6/x.zarr' }]);
    expect(commands.isEnabled(IN_BUCKETS, { store: 'maps' })).toBe(false);
  });

  it('offers no action on a store before a data set is open', () => {
    const { commands } = start();

    for (const id of [INSERT, NEW, COPY, IN_BUCKETS]) {
      expect(commands.isEnabled(id)).toBe(false);
    }
  });
});
