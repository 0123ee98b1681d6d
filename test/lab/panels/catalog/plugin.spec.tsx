import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Notification } from '@jupyterlab/apputils';
import { StateDB } from '@jupyterlab/statedb';
import { CommandRegistry } from '@lumino/commands';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../src/contract';
import { catalogPlugin } from '../../../../src/lab/panels/catalog/plugin';
import {
  dataset,
  hit,
  reach,
  results,
  store,
  summary
} from '../../../support/catalog/answers';
import { listenToCopies } from '../../../support/lab/clipboard';
import { KeptSidebar } from '../../../support/lab/kept-sidebar';
import { OpenNotebook, trackerOf } from '../../../support/lab/open-notebook';
import {
  ScriptedClient,
  type Script
} from '../../../support/lab/scripted-client';

const OPEN = 'jupyterlab-leap:open-dataset';
const INSERT = 'jupyterlab-leap:insert-dataset-code';
const NEW = 'jupyterlab-leap:open-dataset-notebook';
const COPY = 'jupyterlab-leap:copy-dataset-code';
const IN_BUCKETS = 'jupyterlab-leap:open-dataset-store';

const USUAL: Script = {
  'catalog/summary': () => summary(),
  'catalog/refresh': () => summary(),
  'catalog/search': ({ text }: { text: string }) =>
    text === '' ? results('', ['Altimetry', 'Rain']) : results(text, ['Rain']),
  'catalog/dataset': () => dataset(),
  'catalog/reach': () => reach('anonymous')
};

interface IOptions {
  tracker?: ReturnType<typeof trackerOf> | null;
  memory?: StateDB | null;
  kernels?: readonly string[];
}

/** The plugin in an application that has commands, kernels and a sidebar. */
function start(script: Script = {}, options: IOptions = {}) {
  const {
    tracker = trackerOf(),
    memory = null,
    kernels = ['python']
  } = options;
  const commands = new CommandRegistry();
  const listed: string[] = [];
  const palette = {
    addItem: ({ command }: { command: string }) => listed.push(command)
  };
  const sidebar = new KeptSidebar();
  const client = new ScriptedClient({ ...USUAL, ...script });
  const kernelspecs = Object.fromEntries(
    kernels.map(language => [`${language}-kernel`, { language }])
  );
  const serviceManager = {
    kernelspecs: {
      ready: Promise.resolve(),
      specs: { default: `${kernels[0] ?? ''}-kernel`, kernelspecs }
    }
  };
  void catalogPlugin.activate(
    { commands, serviceManager } as unknown as JupyterFrontEnd,
    client,
    sidebar,
    null,
    palette,
    tracker,
    memory
  );
  return {
    commands,
    listed,
    client,
    show: () => sidebar.show(),
    /** Open the page of a data set. */
    page: async () => {
      await act(async () => {
        await commands.execute(OPEN, { id: 'altimetry' });
      });
    }
  };
}

function box(): HTMLElement {
  return screen.getByRole('searchbox', { name: 'Search the catalog' });
}

function found(): (string | null | undefined)[] {
  return within(screen.getByRole('list', { name: 'Data sets' }))
    .getAllByRole('button')
    .map(button => button.querySelector('bdi')?.textContent);
}

describe('catalogPlugin', () => {
  afterEach(() => {
    Notification.dismiss();
  });

  it('asks nothing before the section is seen', () => {
    expect(start().client.asked).toEqual([]);
  });

  it('lists every data set before anything is typed', async () => {
    const { show } = start();
    await show();

    expect(found()).toEqual(['Altimetry', 'Rain']);
    expect(screen.getByRole('status').textContent).toContain('2 data sets');
  });

  it('searches while typing', async () => {
    const { show, client } = start();
    await show();

    await userEvent.type(box(), 'ra');

    expect(found()).toEqual(['Rain']);
    expect(client.asked.map(({ query }) => query)).toContainEqual({
      text: 'r',
      limit: '100'
    });
  });

  it('goes from the box to the results and back with arrows', async () => {
    const { show } = start();
    await show();
    await userEvent.click(box());

    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Altimetry');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Rain');
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(document.activeElement).toBe(box());
  });

  it('opens the best result with Enter in the box', async () => {
    const { show } = start();
    await show();
    await userEvent.click(box());
    await userEvent.keyboard('{Enter}');

    const heading = await screen.findByRole('heading', { name: 'Altimetry' });
    expect(document.activeElement).toBe(heading);
  });

  it('comes back to the search and to the result it left', async () => {
    const { show } = start();
    await show();
    await userEvent.type(box(), 'ra');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Back to Results' })
    );

    expect(box()).toHaveProperty('value', 'ra');
    expect(found()).toEqual(['Rain']);
    expect(document.activeElement?.textContent).toContain('Rain');
  });

  it('shows all about a data set', async () => {
    const { show, page } = start();
    await show();
    await page();

    expect(screen.getByText(/From satellites/)).toBeTruthy();
    expect(
      within(screen.getByRole('list', { name: 'Tags' }))
        .getAllByRole('listitem')
        .map(item => item.textContent)
    ).toEqual(['ocean', 'ssh']);
    expect(
      screen.getAllByRole<HTMLAnchorElement>('link').map(link => link.href)
    ).toEqual([
      'https://creativecommons.org/licenses/by/4.0/',
      'https://github.com/ann-example',
      'https://doi.org/10.1/x'
    ]);
    expect(screen.getByText('doi.org')).toBeTruthy();
    expect(screen.getByText('Zarr at data.example.org')).toBeTruthy();
    expect(screen.getByText('opens from here')).toBeTruthy();
    expect(screen.getByText(/xr.open_dataset/)).toBeTruthy();
  });

  it.each([
    ['hub', 'opens on this hub only'],
    ['refused', 'may not be read'],
    ['missing', 'is not there'],
    ['unreachable', 'does not answer'],
    ['unknown', 'not checked']
  ] as const)('says of a store that is %s: %s', async (status, words) => {
    const { show, page } = start({
      'catalog/reach': () => reach(status, 'Because.')
    });
    await show();
    await page();

    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText('Because.')).toBeTruthy();
  });

  it('has no next step for a store that is not there but to ask who keeps it', async () => {
    const { show, page } = start({ 'catalog/reach': () => reach('missing') });
    await show();
    await page();

    expect(
      document.querySelector('.jp-LeapCatalog-store .jp-mod-primary')
    ).toBe(null);
    expect(screen.getByText(/may know where it is now/)).toBeTruthy();
  });

  it('checks again', async () => {
    let status: 'refused' | 'anonymous' = 'refused';
    const { show, page } = start({ 'catalog/reach': () => reach(status) });
    await show();
    await page();
    status = 'anonymous';

    await userEvent.click(
      screen.getByRole('button', { name: 'Check Again What Opens From Here' })
    );

    expect(screen.getByText('opens from here')).toBeTruthy();
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

  it('has a label, a caption, an icon and described arguments for every command', async () => {
    const { commands, listed } = start();

    expect(listed).toHaveLength(15);
    for (const id of [...listed, OPEN]) {
      expect(commands.label(id)).not.toBe('');
      expect(commands.caption(id)).not.toBe('');
      expect(commands.icon(id)).toBeTruthy();
      expect((await commands.describedBy(id)).args).toMatchObject({
        type: 'object'
      });
    }
  });

  it('suggests another spelling, everything, and where to ask', async () => {
    const { show } = start({
      'catalog/search': ({ text }: { text: string }) =>
        text === 'qqq'
          ? results(text, [], { suggestion: 'rain' })
          : results(text, ['Rain'])
    });
    await show();
    await userEvent.type(box(), 'qqq');

    expect(screen.getByText('Nothing found for “qqq”.')).toBeTruthy();
    expect(
      screen.getByRole<HTMLAnchorElement>('link', { name: /Ask for/ }).href
    ).toBe('https://example.org/ask');
    await userEvent.click(
      screen.getByRole('button', { name: 'Search for “rain”' })
    );
    expect(box()).toHaveProperty('value', 'rain');
    expect(found()).toEqual(['Rain']);
  });

  it('says which spelling it searched for', async () => {
    const { show } = start({
      'catalog/search': () =>
        results('hight', ['Rain'], { suggestion: 'height' })
    });
    await show();

    expect(screen.getByText(/Showing results for “height”/)).toBeTruthy();
  });

  it('says that only the best of many are shown', async () => {
    const { show } = start({
      'catalog/search': () => results('a', ['Rain'], { total: 9000 })
    });
    await show();

    expect(screen.getByText(/The best 1 of 9,000 data sets/)).toBeTruthy();
  });

  it('shows the kept copy with its age and reason when the source is down', async () => {
    const kept = summary({
      state: 'kept',
      problem: 'There may be no network.'
    });
    const { show } = start({
      'catalog/summary': () => kept,
      'catalog/refresh': () => kept
    });
    await show();

    const note = screen.getByText(/There may be no network/);
    expect(note.textContent).toMatch(/^This is the copy from .+ ago\. There/);
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(found()).toHaveLength(2);
  });

  it('says that the sample is one, while fetching and after it failed', async () => {
    let fail: (value: unknown) => void = () => undefined;
    const sample = summary({
      state: 'sample',
      problem: 'The host refuses the connection.',
      confirmedAt: null
    });
    const { show } = start({
      'catalog/summary': () => sample,
      'catalog/refresh': () => new Promise(resolve => (fail = resolve))
    });
    await show();
    expect(screen.getByText(/is being fetched.*do not exist/)).toBeTruthy();

    await act(async () => {
      fail(sample);
    });
    expect(
      screen.getByText(/refuses the connection.*do not exist/)
    ).toBeTruthy();
  });

  it('lists what could not be read', async () => {
    const { show } = start({
      'catalog/summary': () =>
        summary({
          skippedCount: 2,
          skipped: [
            { index: 4, reason: 'It has no title.', source: null },
            { index: 7, reason: 'It is not a record.', source: null }
          ]
        })
    });
    await show();

    expect(
      screen.getByText('2 parts of the catalog could not be read')
    ).toBeTruthy();
    expect(screen.getByText('Record 5: It has no title.')).toBeTruthy();
  });

  it('shows a failure and tries again', async () => {
    let works = false;
    const { show } = start({
      'catalog/summary': () =>
        works ? summary() : new LeapError('no-node', 'There is no Node.')
    });
    await show();
    expect(screen.getByRole('alert').textContent).toContain(
      'There is no Node.'
    );
    works = true;

    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));

    expect(screen.queryByRole('alert')).toBeNull();
    expect(found()).toHaveLength(2);
  });

  it('says once that the server is away, and searches again when it is back', async () => {
    let works = false;
    const away = new LeapError('server-unreachable', 'Away.');
    const { show } = start({
      'catalog/summary': () => (works ? summary() : away),
      'catalog/search': ({ text }: { text: string }) =>
        works ? results(text, ['Rain']) : away
    });
    await show();
    await userEvent.type(box(), 'ra');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    works = true;

    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));

    expect(screen.queryByRole('alert')).toBeNull();
    expect(found()).toEqual(['Rain']);
  });

  it('shows the other half when a check fails', async () => {
    const { show, page } = start({
      'catalog/reach': () => new LeapError('timed-out', 'Too slow.')
    });
    await show();
    await page();

    expect(screen.getByRole('alert').textContent).toContain('Too slow.');
    expect(screen.getByRole('button', { name: 'Insert Code' })).toBeTruthy();
  });

  it('says that a record lists no store', async () => {
    const { show, page } = start({
      'catalog/dataset': () => dataset({ stores: [] })
    });
    await show();
    await page();

    expect(screen.getByText(/lists no place where the data are/)).toBeTruthy();
  });

  it('B57 makes no link of an address that is not safe', async () => {
    const { show, page } = start({
      'catalog/dataset': () =>
        dataset({
          licenseUrl: null,
          maintainers: [],
          links: [
            { label: 'Paper', url: null, text: 'javascript:alert(1)' },
            { label: 'Lie', url: 'https://u:p@evil.example', text: '' }
          ]
        })
    });
    await show();
    await page();

    expect(screen.queryAllByRole('link')).toEqual([]);
    expect(screen.getByText('Paper', { exact: false })).toBeTruthy();
  });

  it('B19 shows hostile text as text, with nothing hidden in it', async () => {
    const evil = '<img src=x onerror=alert(1)>\u202egpj';
    const { show, page } = start({
      'catalog/search': () => results('', [], { hits: [hit(evil)], total: 1 }),
      'catalog/dataset': () =>
        dataset({
          title: evil,
          description: evil,
          tags: [evil],
          license: evil,
          providers: [{ name: evil, description: evil, url: null }],
          stores: [store({ name: evil, host: evil })]
        })
    });
    await show();
    expect(found()).toEqual(['<img src=x onerror=alert(1)>⟨U+202E⟩gpj']);
    await page();

    expect(document.querySelector('img')).toBeNull();
    expect(document.body.textContent).not.toContain('\u202e');
  });

  it('remembers the search and the page over a reload', async () => {
    const memory = new StateDB();
    const first = start({}, { memory });
    await first.show();
    await userEvent.type(box(), 'ra');
    await first.page();
    document.body.replaceChildren();

    const second = start({}, { memory });
    await second.show();
    await act(async () => {});

    expect(screen.getByRole('heading', { name: 'Altimetry' })).toBeTruthy();
    await act(async () => {
      await second.commands.execute('jupyterlab-leap:close-dataset');
    });
    expect(box()).toHaveProperty('value', 'ra');
  });
});
