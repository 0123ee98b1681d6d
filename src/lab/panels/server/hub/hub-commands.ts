import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Notification, type ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { addIcon, runIcon, stopIcon } from '@jupyterlab/ui-components';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import {
  LeapError,
  type HubServer,
  type HubServers
} from '../../../../contract';
import type { IAskedModel } from '../../../asked-model';
import type { ILeapClient } from '../../../client';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import { PASSING_MS } from '../../../passing';
import { orNotify } from '../../../or-say';
import { listInPalette } from '../../../palette';
import { textArguments } from '../../../text-arguments';
import { serverLabel } from '../words';

interface IOptions {
  app: JupyterFrontEnd;
  client: ILeapClient;
  palette: ICommandPalette | null;
  servers: IAskedModel<'server/hub-servers'>;
  trans: TranslationBundle;
}

const NAMED = textArguments(
  { name: 'One of your servers; empty: the default one.' },
  ['name']
);

/**
 * The commands that start and stop the user's servers. Any page of JupyterLab can run them, so each asks first, in a
 * dialog of its own, and knows only the names that the hub knows.
 */
export function addHubCommands(options: IOptions): void {
  const { app, palette, trans } = options;
  app.commands.addCommand(CommandIDs.newServer, {
    label: trans.__('New Server…'),
    caption: trans.__(
      'Start another server beside this one, with the same home'
    ),
    icon: addIcon,
    describedBy: NO_ARGUMENTS,
    execute: () => orNotify(trans, () => createServer(options))
  });
  app.commands.addCommand(CommandIDs.startServer, {
    label: trans.__('Start a Server…'),
    caption: trans.__('Start one of your servers that is stopped'),
    icon: runIcon,
    describedBy: NAMED,
    execute: args =>
      orNotify(trans, async () => {
        const [server, listed] = await find(options, args);
        const { confirmStart } = await import('./start-dialog');
        if (await confirmStart(server.name, listed.spawnPage, trans)) {
          await start(options, server.name);
        }
      })
  });
  app.commands.addCommand(CommandIDs.stopServer, {
    label: trans.__('Stop a Server…'),
    caption: trans.__('Stop one of your servers, after saying what is lost'),
    icon: stopIcon,
    describedBy: NAMED,
    execute: args => orNotify(trans, () => stopServer(options, args))
  });
  listInPalette(palette, trans, [CommandIDs.newServer]);
}

async function createServer(options: IOptions): Promise<void> {
  const { trans } = options;
  const listed = await ask(options);
  if (!listed.mayStart) {
    throw new LeapError('forbidden', listed.reason ?? '');
  }
  const { askServerName } = await import('./new-server-dialog');
  const name = await askServerName(listed, trans);
  if (name !== null) {
    await start(options, name);
  }
}

async function start(
  { client, servers, trans }: IOptions,
  name: string
): Promise<void> {
  const label = serverLabel(name, trans);
  const notice = Notification.emit(
    trans.__('Starting %1', label),
    'in-progress',
    { autoClose: false }
  );
  try {
    const { status } = await client.ask('server/start', { name });
    Notification.success(
      status === 'running'
        ? trans.__('%1 runs.', label)
        : trans.__('%1 is starting; the list says when it runs.', label),
      { autoClose: PASSING_MS }
    );
  } finally {
    Notification.dismiss(notice);
    await servers.load();
  }
}

async function stopServer(
  options: IOptions,
  args: ReadonlyPartialJSONObject
): Promise<void> {
  const { app, client, servers, trans } = options;
  const [server] = await find(options, args);
  const { confirmStop } = await import('./stop-dialog');
  const choice = await confirmStop(server, runningHere(app, server), trans);
  if (choice === null) {
    return;
  }
  const query = { name: server.name, forget: choice.forget };
  const { status } = await client.ask('server/stop', query);
  const label = serverLabel(server.name, trans);
  Notification.success(
    status === 'stopped'
      ? trans.__('%1 has stopped.', label)
      : trans.__('%1 is stopping.', label),
    { autoClose: PASSING_MS }
  );
  await servers.load();
}

/** What this page's server runs, by the names that its user gave; of other servers this page knows nothing. */
function runningHere(app: JupyterFrontEnd, { isThis }: HubServer): string[] {
  return isThis
    ? [...app.serviceManager.sessions.running()].map(
        ({ path, name }) => name || path
      )
    : [];
}

/** The hub's list as it is now. */
async function ask({ servers }: IOptions): Promise<HubServers> {
  await servers.load();
  if (servers.state.status === 'failed') {
    throw servers.state.error;
  }
  if (servers.state.status !== 'ready') {
    throw new LeapError('cancelled', 'Cancelled.');
  }
  return servers.state.value;
}

/** The server that the arguments name. They may come from anywhere. */
async function find(
  options: IOptions,
  args: ReadonlyPartialJSONObject
): Promise<[HubServer, HubServers]> {
  const listed = await ask(options);
  if (listed.servers === null) {
    throw new LeapError('forbidden', listed.reason ?? '');
  }
  const server = listed.servers.find(({ name }) => name === args['name']);
  if (!server) {
    throw new LeapError('not-found', 'You have no server of this name.');
  }
  return [server, listed];
}
