import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Dialog, Notification } from '@jupyterlab/apputils';
import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { act, render, waitFor } from '@testing-library/react';
import { AskedModel } from '../../../src/lab/asked-model';
import { addDaskCommands } from '../../../src/lab/panels/server/dask/dask-commands';
import { DaskSection } from '../../../src/lab/panels/server/dask/dask-section';
import { addHubCommands } from '../../../src/lab/panels/server/hub/hub-commands';
import { HubSection } from '../../../src/lab/panels/server/hub/hub-section';
import { ScriptedClient, type Script } from '../lab/scripted-client';
import { daskClusters, hubServers } from './answers';

const trans = nullTranslator.load('jupyterlab_leap');

/**
 * The servers of the hub and the Dask clusters on screen, with their commands.
 */
export async function start(script: Script = {}) {
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
        said={null}
        servers={servers}
        links={[]}
        commands={commands}
        trans={trans}
      />
      <DaskSection
        clusters={clusters}
        said={null}
        commands={commands}
        trans={trans}
      />
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

/**
 * The dialog that is open, once it is.
 */
export async function dialog(): Promise<HTMLElement> {
  return waitFor(() => {
    const found = document.querySelector<HTMLElement>('.jp-Dialog-content');
    if (!found) {
      throw new Error('No dialog is open.');
    }
    return found;
  });
}

/**
 * Close what a test left open.
 */
export function clear(): void {
  Notification.dismiss();
  Dialog.flush();
}

/**
 * What the notifications say.
 */
export const said = (): string =>
  Notification.manager.notifications.map(({ message }) => message).join('\n');
