import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { StateDB } from '@jupyterlab/statedb';
import { CommandRegistry } from '@lumino/commands';
import { act, screen, within } from '@testing-library/react';
import { catalogPlugin } from '../../../src/lab/panels/catalog/plugin';
import { dataset, reach, results, summary } from './answers';
import { KeptSidebar } from '../lab/kept-sidebar';
import { trackerOf } from '../lab/open-notebook';
import { ScriptedClient, type Script } from '../lab/scripted-client';

/**
 * Opens the page of a data set.
 */
export const OPEN = 'jupyterlab-leap:open-dataset';

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

/**
 * The plugin in an application that has commands, kernels and a sidebar.
 */
export function start(script: Script = {}, options: IOptions = {}) {
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

/**
 * The search box.
 */
export function box(): HTMLElement {
  return screen.getByRole('searchbox', { name: 'Search the catalog' });
}

/**
 * The titles of the results.
 */
export function found(): (string | null | undefined)[] {
  return within(screen.getByRole('list', { name: 'Data sets' }))
    .getAllByRole('button')
    .map(button => button.querySelector('bdi')?.textContent);
}
