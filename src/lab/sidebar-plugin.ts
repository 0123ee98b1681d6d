import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { TRANSLATION_DOMAIN } from './commands';
import { ILeapSidebar } from './sidebar';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- sections are added while the application starts
import { LeapSidebar } from './sidebar-widget';

const STATE_KEY = 'jupyterlab-leap:sidebar';

/** Third parties stand between 501 and 899. */
const RANK = 600;

/**
 * The sidebar that the sections stand in.
 */
export const sidebarPlugin: JupyterFrontEndPlugin<ILeapSidebar> = {
  id: 'jupyterlab-leap:sidebar',
  description: 'The sidebar that holds the sections of the LEAP extension.',
  autoStart: true,
  provides: ILeapSidebar,
  optional: [ITranslator, ILayoutRestorer, IStateDB],
  activate
};

function activate(
  app: JupyterFrontEnd,
  translator: ITranslator | null,
  restorer: ILayoutRestorer | null,
  state: IStateDB | null
): ILeapSidebar {
  const trans = (translator ?? nullTranslator).load(TRANSLATION_DOMAIN);
  const sidebar = new LeapSidebar({
    commands: app.commands,
    caption: trans.__('LEAP: storage, buckets, image, catalog'),
    failureText: trans.__(
      'This section could not be loaded. Reload this page.'
    ),
    activate: id => {
      app.shell.activateById(id);
    }
  });
  app.shell.add(sidebar, 'left', { rank: RANK });
  restorer?.add(sidebar, sidebar.id);
  if (state) {
    void keepExpanded(sidebar, state);
  }
  return sidebar;
}

/**
 * Unfold what was unfolded last time, and remember from now on.
 */
async function keepExpanded(
  sidebar: LeapSidebar,
  state: IStateDB
): Promise<void> {
  const saved: unknown = await state.fetch(STATE_KEY).catch(() => undefined);
  if (Array.isArray(saved) && saved.every(id => typeof id === 'string')) {
    sidebar.restore(saved);
  }
  sidebar.expandedChanged.connect((_, expanded) => {
    // A full home cannot keep it; then the next visit starts with the default.
    void state.save(STATE_KEY, [...expanded]).catch(() => undefined);
  });
}
