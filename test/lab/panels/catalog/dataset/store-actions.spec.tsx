import { Notification } from '@jupyterlab/apputils';
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dataset, reach, store } from '../../../../support/catalog/answers';
import { listenToCopies } from '../../../../support/lab/clipboard';
import { OpenNotebook, trackerOf } from '../../../../support/lab/open-notebook';
import { start } from '../../../../support/catalog/started-catalog';

const INSERT = 'jupyterlab-leap:insert-dataset-code';

const NEW = 'jupyterlab-leap:open-dataset-notebook';

const COPY = 'jupyterlab-leap:copy-dataset-code';

const IN_BUCKETS = 'jupyterlab-leap:open-dataset-store';

const [DOWN, ENTER] = [40, 13];

/** In the card of the only store, not at the head of its page. */
function insertButton(): HTMLElement {
  const [head, inCard] = screen.getAllByRole('button', { name: 'Insert Code' });
  return inCard ?? head ?? document.body;
}

describe('what is done with a store', () => {
  afterEach(() => {
    Notification.dismiss();
  });

  it('inserts the code below the active cell of the notebook', async () => {
    const notebook = new OpenNotebook(['x = 1']);
    const { show, page } = start({}, { tracker: trackerOf(notebook) });
    await show();
    await page();

    await userEvent.click(insertButton());

    expect(notebook.sources).toEqual(['x = 1', store().snippet]);
  });

  it('offers the code of a single store at the head of its page', async () => {
    const notebook = new OpenNotebook(['x = 1']);
    const { show, page } = start({}, { tracker: trackerOf(notebook) });
    await show();
    await page();

    const [head] = screen.getAllByRole('button', { name: 'Insert Code' });
    // Before all that has to be scrolled past.
    const back = screen.getByRole('button', { name: 'Back to Results' });
    expect(back.nextElementSibling).toBe(head);
    await userEvent.click(head ?? back);

    expect(notebook.sources).toEqual(['x = 1', store().snippet]);
  });

  it.each([
    [
      'there are several to choose from',
      [store(), store({ id: 'b' })],
      'anonymous'
    ],
    ['it would not open', [store()], 'missing'],
    ['there is none', [store({ snippet: null })], 'anonymous']
  ] as const)(
    'has no code at the head of the page where %s',
    async (_, stores, status) => {
      const { show, page } = start({
        'catalog/dataset': () => dataset({ stores: [...stores] }),
        'catalog/reach': () => reach(status)
      });
      await show();
      await page();

      const back = screen.getByRole('button', { name: 'Back to Results' });
      expect(back.nextElementSibling).toBeNull();
    }
  );

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

    await userEvent.click(insertButton());

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

  it('copies the address, beside the code or in its place', async () => {
    const { show, page, commands } = start({
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

    await userEvent.click(screen.getByRole('button', { name: /^More for/ }));
    expect(
      screen.getAllByRole('menuitem').map(entry => entry.textContent)
    ).toEqual(['Copy Code', 'Copy Address']);
    const menu = screen.getByRole('menu');
    for (const keyCode of [DOWN, ENTER]) {
      fireEvent.keyDown(menu, { keyCode });
    }
    screen.getByRole('button', { name: 'Copy Address' }).click();
    await act(() => commands.execute(COPY));
    expect(copied).toEqual([store().url, 'ftp://x', store().snippet]);
    expect(commands.isEnabled(COPY, { store: 'b' })).toBe(false);
    expect(screen.getByText('No code.')).toBeTruthy();
  });

  it('copies how to cite the data set', async () => {
    const { show, page } = start();
    await show();
    await page();
    const copied = listenToCopies();
    await userEvent.click(
      screen.getByRole('button', { name: 'Copy Citation' })
    );
    expect(copied.join()).toMatch(
      /^Institute: Altimetry\. https:\/\/doi\.org\/10\.1\/x, read on \d{4}-\d\d-\d\d\.$/
    );
  });

  it('opens a bucket’s store in Buckets, and offers it for no other', async () => {
    const inBuckets = store({
      id: 'b',
      name: 'In Buckets',
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

    await userEvent.click(
      screen.getByRole('button', { name: 'More for In Buckets' })
    );
    expect(
      screen.getAllByRole('menuitem').map(entry => entry.textContent)
    ).toEqual(['Copy Code', 'Copy Address', 'Open in Buckets']);
    const menu = screen.getByRole('menu', { name: 'More for In Buckets' });
    // jsdom has no `keyCode`, by which Lumino's menu goes.
    for (const keyCode of [DOWN, DOWN, ENTER]) {
      fireEvent.keyDown(menu, { keyCode });
    }
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
