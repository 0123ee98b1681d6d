import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Dialog, Notification } from '@jupyterlab/apputils';
import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { act, configure, fireEvent, screen } from '@testing-library/react';
import { LeapError, type TokenReach } from '../../../../../src/contract';
// Loaded before the clock is a fake one.
import '../../../../../src/lab/panels/server/access/token-dialog';
import { addAccessCommands } from '../../../../../src/lab/panels/server/access/access-commands';
import {
  ScriptedClient,
  type Script
} from '../../../../support/lab/scripted-client';
import { putClipboard } from '../../../../support/lab/clipboard';
import { BUCKETS } from '../../../../support/server/answers';

const TOKEN = 'ya29.dr.c0ffee-secret';

const COMMAND = 'jupyterlab-leap:get-temporary-access';

const trans = nullTranslator.load('jupyterlab_leap');

let copied: string[];

let isActive: boolean;

function browser(writeText: (text: string) => Promise<unknown>): void {
  putClipboard(writeText);
  Object.defineProperty(navigator, 'userActivation', {
    configurable: true,
    value: {
      get isActive() {
        return isActive;
      }
    }
  });
}

/** The dialog, open, its first plan answered. */
async function open(script: Script = {}, reach: TokenReach = 'folder') {
  const commands = new CommandRegistry();
  const client = new ScriptedClient({
    'buckets/configured': () => ({ buckets: BUCKETS }),
    'token/plan': () => ({
      reach,
      reason: reach === 'folder' ? null : 'It has no uniform access.'
    }),
    'token/grant': () => ({ token: TOKEN, lifetimeSeconds: 3599, reach }),
    ...script
  });
  addAccessCommands({
    app: { commands } as unknown as JupyterFrontEnd,
    client,
    palette: null,
    trans
  });

  const closed = commands.execute(COMMAND, { confirm: false, force: true });
  await wait(1000);
  return { client, closed, commands };
}

/** Let time pass. React runs effects when a step ends, and those set timers of their own. */
async function wait(ms: number): Promise<void> {
  for (const step of [0, ms, 0]) {
    await act(async () => {
      await jest.advanceTimersByTimeAsync(step);
    });
  }
}

async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }));
  await wait(0);
}

/** Everywhere that a page could leave a token. */
function leftBehind(): string {
  const fields = [...document.querySelectorAll('input, textarea')].map(
    field => (field as HTMLInputElement).value
  );
  return [
    document.documentElement.outerHTML,
    ...fields,
    JSON.stringify(Notification.manager.notifications.map(n => n.message)),
    JSON.stringify(Object.entries(localStorage)),
    JSON.stringify(Object.entries(sessionStorage)),
    document.cookie,
    window.location.href
  ].join('\n');
}

// jsdom knows no open <dialog>, so roles in one count as hidden.
configure({ defaultHidden: true });

describe('temporary access', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    copied = [];
    isActive = true;
    browser(async text => copied.push(text));
  });

  afterEach(async () => {
    act(() => {
      Dialog.flush();
    });
    await wait(0);
    Notification.dismiss();
    jest.useRealTimers();
  });

  it('says what the token can do before there is one', async () => {
    const { client } = await open();

    expect(
      screen.getByText(
        'This token can read gs://leap-persistent/funky-user/ and nothing else.'
      )
    ).toBeTruthy();
    expect(client.asked.map(({ route }) => route)).toEqual([
      'buckets/configured',
      'token/plan'
    ]);
  });

  it('copies the token with one press, says so, and counts down', async () => {
    const { client } = await open();
    await press('Copy Token');

    expect(copied).toEqual([TOKEN]);
    expect(client.asked.at(-1)).toMatchObject({
      route: 'token/grant',
      query: {
        bucket: 'leap-persistent',
        prefix: 'funky-user/',
        access: 'read',
        atMost: 'folder'
      }
    });
    expect(screen.getByRole('timer').textContent).toContain('in 59 min');
    for (let minute = 0; minute < 59; minute += 1) {
      await wait(60_000);
    }
    await wait(1000);
    expect(screen.getByRole('timer').textContent).toMatch(/in 5\d s/);
    await wait(60_000);
    expect(screen.queryByRole('timer')).toBeNull();
  });

  it('leaves Enter to the form, where JupyterLab would close the dialog', async () => {
    await open();
    const button = screen.getByRole('button', { name: 'Copy Token' });
    button.focus();
    const isHandledByBrowser = fireEvent.keyDown(button, { key: 'Enter' });
    await wait(0);

    expect(isHandledByBrowser).toBe(true);
    expect(screen.getByRole('button', { name: 'Copy Token' })).toBe(button);
    fireEvent.keyDown(button, { key: 'Escape' });
    await wait(0);
    expect(screen.queryByRole('button', { name: 'Copy Token' })).toBeNull();
  });

  it('T2 SEC-T12 shows a notification each time', async () => {
    await open();
    await press('Copy Token');
    await press('Copy Token');

    const lasting = Notification.manager.notifications.filter(({ message }) =>
      message.startsWith('This token can read')
    );
    expect(lasting).toHaveLength(2);
  });

  it('T1 a command with hostile arguments gives no token and hands nothing back', async () => {
    const { client, closed } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await wait(0);

    expect(await closed).toBeUndefined();
    expect(client.asked.map(({ route }) => route)).not.toContain('token/grant');
    expect(copied).toEqual([]);
  });

  it('T1 gives nothing to a script that presses the button', async () => {
    const { client } = await open();
    isActive = false;
    await press('Copy Token');

    expect(client.asked.map(({ route }) => route)).not.toContain('token/grant');
    expect(copied).toEqual([]);
    expect(Notification.manager.notifications[0]?.message).toContain(
      'only to a person'
    );
  });

  it('T1 opens nothing for a script that runs the command', async () => {
    isActive = false;
    const { client } = await open();

    expect(client.asked).toEqual([]);
    expect(document.querySelector('.jp-LeapAccess')).toBeNull();
  });

  it('T14 leaves the token nowhere in the page', async () => {
    const { closed } = await open();
    await press('Copy Token');
    expect(copied).toEqual([TOKEN]);
    expect(leftBehind()).not.toContain(TOKEN);

    await press('Show');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Token').value).toBe(
      TOKEN
    );
    await wait(30_000);
    expect(screen.queryByLabelText('Token')).toBeNull();
    expect(leftBehind()).not.toContain(TOKEN);

    await press('Show');
    await press('Close');
    await closed;
    expect(leftBehind()).not.toContain(TOKEN);
  });

  it('T15 says what to do where the browser does not let a page copy', async () => {
    browser(() => Promise.reject(new Error('NotAllowedError')));
    await open();
    await press('Copy Token');

    expect(
      Notification.manager.notifications.map(({ message }) => message)
    ).toContainEqual(expect.stringContaining('Press Show'));
    expect(leftBehind()).not.toContain(TOKEN);
  });

  it('warns with a sign when the token could do more than was asked for', async () => {
    await open({}, 'read-everything');

    expect(screen.getByRole('img', { name: 'Warning' })).toBeTruthy();
    expect(screen.getByText(/the data of all members/)).toBeTruthy();
    expect(screen.getByText('It has no uniform access.')).toBeTruthy();
  });

  it('offers writing in own folders alone', async () => {
    const { client } = await open();
    fireEvent.click(screen.getByLabelText(/read and write/));
    await wait(1000);

    expect(
      [...screen.getByLabelText<HTMLSelectElement>('Bucket').options].map(
        ({ value }) => value
      )
    ).toEqual(['leap-persistent']);
    expect(client.asked.at(-1)?.query).toEqual({
      bucket: 'leap-persistent',
      prefix: 'funky-user/',
      access: 'write'
    });
  });

  it('asks once for a folder that is typed, with its slash', async () => {
    const { client } = await open();
    const field = screen.getByLabelText(/^Folder/);
    for (const value of ['d', 'da', 'data']) {
      fireEvent.change(field, { target: { value } });
      await wait(50);
    }
    await wait(1000);

    const plans = client.asked.filter(({ route }) => route === 'token/plan');
    expect(plans.map(({ query }) => query)).toEqual([
      expect.objectContaining({ prefix: 'funky-user/' }),
      expect.objectContaining({ prefix: 'data/' })
    ]);
  });

  it('says why there is none, and lets nobody press then', async () => {
    await open({
      'token/plan': () =>
        new LeapError('no-credentials', 'This server has no identity.')
    });

    expect(screen.getByRole('alert').textContent).toContain('no identity');
    expect(
      screen.getByRole<HTMLButtonElement>('button', { name: 'Copy Token' })
        .disabled
    ).toBe(true);
  });

  it('shows that the hour’s tokens are used up', async () => {
    await open({
      'token/grant': () => new LeapError('rate-limited', 'Next one in 54 min.')
    });
    await press('Copy Token');

    expect(screen.getByRole('alert').textContent).toContain('54 min');
    expect(copied).toEqual([]);
  });
});
