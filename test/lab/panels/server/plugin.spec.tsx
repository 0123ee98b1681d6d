import type { JupyterFrontEnd } from '@jupyterlab/application';
import { CommandRegistry } from '@lumino/commands';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../src/contract';
import { serverPlugin } from '../../../../src/lab/panels/server/plugin';
import {
  ScriptedClient,
  type Script
} from '../../../support/lab/scripted-client';
import { KeptSidebar } from '../../../support/lab/kept-sidebar';
import {
  daskClusters,
  description,
  hubServers,
  resources
} from '../../../support/server/answers';

const USUAL: Script = {
  'server/description': () => description(),
  'server/resources': () => resources(),
  'server/hub-servers': () => hubServers({ servers: null, mayStart: false }),
  'server/dask-clusters': () => daskClusters()
};

/** The plugin in an application that has nothing but commands and a sidebar. */
function start(script: Script = {}) {
  const commands = new CommandRegistry();
  const listed: string[] = [];
  const sidebar = new KeptSidebar();
  const client = new ScriptedClient({ ...USUAL, ...script });
  void serverPlugin.activate(
    { commands } as unknown as JupyterFrontEnd,
    client,
    sidebar,
    null,
    { addItem: ({ command }: { command: string }) => listed.push(command) },
    null
  );
  const see = async (isShown: boolean): Promise<void> => {
    await sidebar.see(isShown);
    await act(() => jest.advanceTimersByTimeAsync(0));
  };
  return {
    commands,
    listed,
    opened: sidebar.opened,
    client,
    see,
    show: async () => {
      await sidebar.show();
      await act(() => jest.advanceTimersByTimeAsync(0));
    },
    wait: (ms: number) =>
      act(async () => {
        await jest.advanceTimersByTimeAsync(ms);
      }),
    measured: () =>
      client.asked.filter(({ route }) => route === 'server/resources').length
  };
}

describe('serverPlugin', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('shows name, user, image, memory, processors and links', async () => {
    const { show } = start();
    await show();

    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe(
      'Default server'
    );
    expect(screen.getByText('funky-user')).toBeTruthy();
    expect(screen.getByText(/stops it on Nov 30, 2026/)).toBeTruthy();
    expect(screen.getByText('pangeo-notebook:2026.06.04')).toBeTruthy();
    const memory = screen.getByRole('meter', { name: 'Memory' });
    expect(memory.getAttribute('aria-valuetext')).toBe(
      '2\u00a0GB of 8\u00a0GB'
    );
    expect(memory.getAttribute('aria-valuenow')).toBe('25');
    const links = screen.getAllByRole<HTMLAnchorElement>('link');
    expect(links.map(({ textContent, href }) => [textContent, href])).toEqual([
      ['Hub control panel', `${window.location.origin}/hub/home`],
      ['Hub tokens', `${window.location.origin}/hub/token`],
      ['Documentation', 'https://docs.example.org/hub.html']
    ]);
    expect(links.every(({ rel }) => rel === 'noopener noreferrer')).toBe(true);
    expect(screen.getByText('docs.example.org')).toBeTruthy();
  });

  it('asks nothing before it is seen, and stops when it is hidden', async () => {
    const { show, see, wait, measured } = start();
    await wait(60_000);
    expect(measured()).toBe(0);

    await show();
    await wait(12_000);
    const seen = measured();
    expect(seen).toBeGreaterThan(2);

    await see(false);
    await wait(60_000);
    expect(measured()).toBe(seen);

    await see(true);
    expect(measured()).toBe(seen + 1);
  });

  it('tells the processors in use from the second answer on', async () => {
    let clock = 0;
    const { show, wait } = start({
      'server/resources': () => resources(10 + clock * 1.5, clock++ * 1000)
    });
    await show();
    expect(screen.getByText('measuring…')).toBeTruthy();

    await wait(1100);
    expect(screen.getByText('1.5 of 4')).toBeTruthy();
  });

  it('warns in words and with a sign when memory is nearly full', async () => {
    const { show } = start({
      'server/resources': () => resources(1, 1, { usedBytes: 7_500_000_000 })
    });
    await show();

    expect(screen.getByRole('img', { name: 'Warning' })).toBeTruthy();
    expect(screen.getByText(/Nearly all of it is in use/)).toBeTruthy();
  });

  it('says at the number what other programs count as memory too', async () => {
    const { show } = start({
      'server/resources': () =>
        resources(10, 1000, { reclaimableBytes: 1_200_000_000 })
    });
    await show();
    expect(screen.getByText(/^2.GB of 8.GB$/).title).toMatch(
      /^Copies of files, another 1\.2.GB, are not in it/
    );
  });

  it('says that there is no limit, and draws no bar then', async () => {
    const { show } = start({
      'server/resources': () =>
        resources(1, 1, { limitBytes: null }, { limitCores: null })
    });
    await show();

    expect(screen.getAllByText(/No limit is set/)).toHaveLength(2);
    expect(screen.queryByRole('meter')).toBeNull();
  });

  it('says why a number is not known, never 0', async () => {
    const problem = 'Its own part cannot be told.';
    const { show } = start({
      'server/resources': () =>
        resources(
          1,
          1,
          { usedBytes: null, limitBytes: null, problem },
          { usedSeconds: null, limitCores: null, problem }
        )
    });
    await show();

    expect(screen.getAllByText(problem)).toHaveLength(2);
    expect(screen.getAllByText('not known')).toHaveLength(2);
    expect(screen.queryByText(/0 of|0 B/)).toBeNull();
  });

  it('names a named server and shows odd names with nothing hidden', async () => {
    const { show } = start({
      'server/description': () =>
        description({ name: '<img src=x>\u202e', gpus: ['Tesla T4'] })
    });
    await show();

    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe(
      '<img src=x>⟨U+202E⟩'
    );
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByText('Tesla T4')).toBeTruthy();
  });

  it('says that there is no hub, and links the documentation alone', async () => {
    const { show } = start({
      'server/description': () =>
        description({
          onHub: false,
          user: null,
          links: [
            { kind: 'documentation', address: 'https://docs.example.org' }
          ]
        })
    });
    await show();

    expect(screen.getByText(/not started by a hub/)).toBeTruthy();
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  it.each([
    'javascript:alert(1)',
    '//evil.example/hub/home',
    '/\\evil.example',
    'https://user:pw@evil.example/'
  ])('links no address that is not safe: %s', async address => {
    const { show } = start({
      'server/description': () =>
        description({ links: [{ kind: 'control-panel', address }] })
    });
    await show();

    expect(screen.queryByRole('link')).toBeNull();
  });

  it('keeps the last numbers beside a failure, with Retry', async () => {
    let answers: unknown[] = [resources(1, 0), resources(1, 1000)];
    const { show, wait } = start({
      'server/resources': () =>
        answers.shift() ?? new LeapError('unavailable', 'Away.')
    });
    await show();
    await wait(10_000);

    expect(screen.getByRole('alert').textContent).toContain('Away.');
    expect(screen.getByRole('meter', { name: 'Memory' })).toBeTruthy();

    answers = [resources(1, 0)];
    jest.useRealTimers();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says once that the server is away, and reads all of it when it is back', async () => {
    const away = new LeapError('server-unreachable', 'Away.');
    let isAway = true;
    const { show } = start({
      'server/description': () => (isAway ? away : description()),
      'server/resources': () => (isAway ? away : resources()),
      'server/hub-servers': () => (isAway ? away : hubServers()),
      'server/dask-clusters': () => (isAway ? away : daskClusters())
    });
    await show();
    expect(screen.getAllByText('Away.')).toHaveLength(1);

    isAway = false;
    jest.useRealTimers();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(screen.queryByText('Away.')).toBeNull();
    expect(screen.getByRole('region', { name: 'Your servers' })).toBeTruthy();
  });

  it('says of the clusters what is not said of the server', async () => {
    const { show } = start({
      'server/resources': () => new LeapError('unavailable', 'Away.'),
      'server/dask-clusters': () => new LeapError('unavailable', 'No gateway.')
    });
    await show();

    expect(
      screen.getAllByRole('alert').map(alert => alert.textContent)
    ).toEqual([
      expect.stringContaining('Away.'),
      expect.stringContaining('No gateway.')
    ]);
  });

  it('lists every command in the palette, with label, caption and arguments', async () => {
    const { commands, listed, opened } = start();

    expect(listed.length).toBeGreaterThan(1);
    for (const id of listed) {
      expect(commands.label(id)).not.toBe('');
      expect(commands.caption(id)).not.toBe('');
      expect(commands.icon(id)).toBeTruthy();
      expect(await commands.describedBy(id)).toMatchObject({
        args: { type: 'object', additionalProperties: false }
      });
    }
    await commands.execute('jupyterlab-leap:open-server');
    expect(opened).toEqual(['server']);
  });
});
