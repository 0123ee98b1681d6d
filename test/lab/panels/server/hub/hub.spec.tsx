import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Dialog, Notification } from '@jupyterlab/apputils';
import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../../src/contract';
import { AskedModel } from '../../../../../src/lab/asked-model';
import { CommandIDs } from '../../../../../src/lab/commands';
import { addDaskCommands } from '../../../../../src/lab/panels/server/dask/dask-commands';
import { DaskSection } from '../../../../../src/lab/panels/server/dask/dask-section';
import { addHubCommands } from '../../../../../src/lab/panels/server/hub/hub-commands';
import { HubSection } from '../../../../../src/lab/panels/server/hub/hub-section';
import {
  ScriptedClient,
  type Script
} from '../../../../support/lab/scripted-client';
import {
  daskClusters,
  hubServer,
  hubServers
} from '../../../../support/server/answers';

const trans = nullTranslator.load('jupyterlab_leap');

/** Both lists on screen, with their commands. */
async function start(script: Script = {}) {
  const commands = new CommandRegistry();
  const client = new ScriptedClient({
    'server/hub-servers': () => hubServers(),
    'server/dask-clusters': () => daskClusters(),
    'server/start': () => ({ status: 'running' }),
    'server/stop': () => ({ status: 'stopped' }),
    'server/cluster-stop': () => ({ status: 'stopping' }),
    ...script
  });
  const servers = new AskedModel(client, 'server/hub-servers', {});
  const clusters = new AskedModel(client, 'server/dask-clusters', {});
  const sessions = [{ path: 'a.ipynb', name: 'a.ipynb' }];
  const app = {
    commands,
    serviceManager: { sessions: { running: () => sessions.values() } }
  } as unknown as JupyterFrontEnd;
  const palette = null;
  addHubCommands({ app, client, palette, servers, trans });
  const notebooks = null;
  addDaskCommands({ commands, client, palette, notebooks, clusters, trans });
  render(
    <>
      <HubSection
        servers={servers}
        links={[]}
        commands={commands}
        trans={trans}
      />
      <DaskSection clusters={clusters} commands={commands} trans={trans} />
    </>
  );
  await act(async () => {
    await Promise.all([servers.load(), clusters.load()]);
  });
  const changes = (): [string, unknown][] =>
    client.asked
      .filter(({ route }) => /start|stop/.test(route))
      .map(({ route, query }) => [route, query]);
  return { commands, changes };
}

async function dialog(): Promise<HTMLElement> {
  return waitFor(() => {
    const found = document.querySelector<HTMLElement>('.jp-Dialog-content');
    if (!found) {
      throw new Error('No dialog is open.');
    }
    return found;
  });
}

function clear(): void {
  Notification.dismiss();
  Dialog.flush();
}

const said = (): string =>
  Notification.manager.notifications.map(({ message }) => message).join('\n');

describe('the servers of the hub', () => {
  const user = userEvent.setup();

  afterEach(clear);

  it('says of each what it does, and offers one thing', async () => {
    await start({
      'server/hub-servers': () =>
        hubServers({
          servers: [
            hubServer({ isThis: true }),
            hubServer({ name: 'gpu', lastActivityAt: '2020-01-01T00:00:00Z' }),
            hubServer({ name: 'new', status: 'starting' }),
            hubServer({ name: 'old', status: 'stopped' }),
            hubServer({ name: 'slow', status: 'stopping' })
          ]
        })
    });
    const rows = screen.getAllByRole('listitem').map(row => [
      row.querySelector('.jp-LeapServer-what')?.textContent,
      within(row)
        .queryAllByRole('button')
        .map(button => button.getAttribute('aria-label'))
    ]);
    expect(rows).toEqual([
      ['Default serverthis one', ['Stop Default server…']],
      [expect.stringMatching(/^gpurunning, last used .* ago$/), ['Stop gpu…']],
      ['newstarting…', ['Stop new…']],
      ['oldstopped', ['Start old…']],
      ['slowstopping…', []]
    ]);
    const links = screen.getAllByRole<HTMLAnchorElement>('link');
    expect(links.map(({ href }) => href)).toEqual([
      `${window.location.origin}/user/funky-user/gpu`
    ]);
  });

  it('shows odd names with nothing hidden', async () => {
    const name = '<img src=x>\u202e';
    await start({
      'server/hub-servers': () => hubServers({ servers: [hubServer({ name })] })
    });
    expect(screen.getByText('<img src=x>⟨U+202E⟩')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  it('says why they cannot be listed', async () => {
    const reason = 'This server’s token may not list your servers.';
    await start({
      'server/hub-servers': () =>
        hubServers({ servers: null, mayStart: false, mayStop: false, reason })
    });
    expect(screen.getByText(reason)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('keeps the list beside a failure, with Retry', async () => {
    const answers: unknown[] = [
      hubServers(),
      new LeapError('unavailable', 'The hub cannot be reached.')
    ];
    const { commands } = await start({
      'server/hub-servers': () => answers.shift() ?? hubServers()
    });
    await act(async () => {
      await commands.execute(CommandIDs.stopServer, { name: 'gpu' });
    });
    expect(screen.getByRole('alert').textContent).toContain(
      'cannot be reached'
    );
    expect(screen.getByText('gpu')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what is lost before it stops one, with the safe answer in front', async () => {
    const { changes } = await start();
    await user.click(screen.getByRole('button', { name: 'Stop gpu…' }));
    const asked = await dialog();
    expect(asked.textContent).toContain('packages that were installed');
    expect(asked.textContent).not.toContain('a.ipynb');
    expect(document.activeElement?.textContent).toBe('Cancel');
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(document.querySelector('.jp-Dialog')).toBeNull();
    });
    expect(changes()).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Stop gpu…' }));
    await user.click(
      within(await dialog()).getByRole('checkbox', { hidden: true })
    );
    await user.click(
      within(await dialog()).getByRole('button', { name: 'Stop', hidden: true })
    );
    await waitFor(() => {
      expect(said()).toContain('gpu has stopped.');
    });
    expect(changes()).toEqual([['server/stop', { name: 'gpu', forget: true }]]);
  });

  it('names what runs on the server of this page', async () => {
    await start();
    await user.click(
      screen.getByRole('button', { name: 'Stop Default server…' })
    );
    const asked = await dialog();
    expect(asked.textContent).toContain('It is the server of this page');
    expect(asked.textContent).toContain('a.ipynb');
    expect(within(asked).queryByRole('checkbox', { hidden: true })).toBeNull();
  });

  it('starts one after a question', async () => {
    const { changes } = await start();
    await user.click(screen.getByRole('button', { name: 'Start old…' }));
    const asked = await dialog();
    expect(
      within(asked).getByRole<HTMLAnchorElement>('link', { hidden: true })
        .pathname
    ).toBe('/hub/spawn/funky-user/old');
    expect(changes()).toEqual([]);
    await user.click(
      within(asked).getByRole('button', { name: 'Start', hidden: true })
    );
    await waitFor(() => {
      expect(said()).toContain('old runs.');
    });
    expect(changes()).toEqual([['server/start', { name: 'old' }]]);
  });

  it('makes a new one under a name that fits, with the keyboard', async () => {
    const { changes } = await start();
    await user.click(screen.getByRole('button', { name: 'New Server…' }));
    const asked = await dialog();
    const field = within(asked).getByLabelText('Name');
    await user.type(field, 'gpu');
    expect(asked.textContent).toContain('You have a server of this name');
    await user.type(field, '2{Enter}');
    await waitFor(() => {
      expect(changes()).toEqual([['server/start', { name: 'gpu2' }]]);
    });
  });

  it('makes none under a name that does not fit, and says why', async () => {
    const { changes } = await start();
    await user.click(screen.getByRole('button', { name: 'New Server…' }));
    const asked = await dialog();
    await user.type(within(asked).getByLabelText('Name'), '../x{Enter}');
    await waitFor(() => {
      expect(said()).toContain('Letters, digits');
    });
    expect(changes()).toEqual([]);
  });

  it('T1 SEC-T11 changes nothing when a page runs the commands by itself', async () => {
    const { commands, changes } = await start();
    for (const args of [
      { name: 'gpu', confirm: false, force: true, forget: true },
      { name: 'unknown' },
      { name: '../../admin' },
      { name: { toString: 'gpu' } },
      {}
    ]) {
      for (const id of [
        CommandIDs.stopServer,
        CommandIDs.startServer,
        CommandIDs.newServer,
        CommandIDs.stopCluster
      ]) {
        const ended = commands.execute(id, args);
        await new Promise(resolve => setTimeout(resolve));
        if (document.querySelector('.jp-Dialog')) {
          await user.keyboard('{Escape}');
        }
        await ended;
      }
    }
    expect(changes()).toEqual([]);
  });

  it('says what the hub refused', async () => {
    await start({
      'server/start': () =>
        new LeapError('bad-request', 'The hub says: No more servers.')
    });
    await user.click(screen.getByRole('button', { name: 'Start old…' }));
    await user.click(
      within(await dialog()).getByRole('button', {
        name: 'Start',
        hidden: true
      })
    );
    await waitFor(() => {
      expect(said()).toContain('The hub says: No more servers.');
    });
  });
});

describe('Dask clusters', () => {
  const user = userEvent.setup();

  afterEach(clear);

  const code = 'from dask_gateway import Gateway';
  const running = {
    name: 'prod.0123456789abcdef',
    status: 'running' as const,
    startedAt: null,
    dashboard: '/services/dask-gateway/clusters/0123/status',
    workers: { count: 2, cores: 4, usedBytes: 1.2e9, limitBytes: 8e9 }
  };

  it('are not shown where there is no gateway', async () => {
    await start();
    expect(screen.queryByText('Dask clusters')).toBeNull();
  });

  it('say workers and memory, link the dashboard and stop after a question', async () => {
    const { changes } = await start({
      'server/dask-clusters': () =>
        daskClusters({ isOffered: true, code, clusters: [running] })
    });
    expect(
      screen.getByText(/^2 workers, 4 cores, 1.2.GB of 8.GB$/)
    ).toBeTruthy();
    expect(
      screen.getByRole<HTMLAnchorElement>('link', {
        name: '01234567 dashboard'
      }).pathname
    ).toBe('/services/dask-gateway/clusters/0123/status');
    await user.click(
      screen.getByRole('button', { name: 'Stop cluster 01234567…' })
    );
    expect(changes()).toEqual([]);
    await user.click(
      within(await dialog()).getByRole('button', { name: /Stop/, hidden: true })
    );
    await waitFor(() => {
      expect(changes()).toEqual([
        ['server/cluster-stop', { name: running.name }]
      ]);
    });
  });

  it('link no dashboard that is not safe, and say what is not known', async () => {
    await start({
      'server/dask-clusters': () =>
        daskClusters({
          isOffered: true,
          code,
          clusters: [
            { ...running, dashboard: 'javascript:alert(1)', workers: null }
          ]
        })
    });
    const section = screen.getByRole('region', { name: 'Dask clusters' });
    expect(within(section).queryByRole('link')).toBeNull();
    expect(screen.getByText(/its scheduler does not answer/)).toBeTruthy();
  });
});
