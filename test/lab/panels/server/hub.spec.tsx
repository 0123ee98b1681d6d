import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../src/contract';
import { CommandIDs } from '../../../../src/lab/commands';
import { hubServer, hubServers } from '../../../support/server/answers';
import { start, dialog, clear, said } from '../../../support/server/shown-hub';

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
