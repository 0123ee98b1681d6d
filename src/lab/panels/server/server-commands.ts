import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { refreshIcon } from '@jupyterlab/ui-components';
import { CommandIDs, NO_ARGUMENTS } from '../../commands';
import { leapIcon } from '../../icon';
import { listInPalette } from '../../palette';

interface IOptions {
  app: JupyterFrontEnd;
  palette: ICommandPalette | null;
  /** Reads everything in the section anew. */
  refresh: () => Promise<void>;
  open: () => void;
  trans: TranslationBundle;
}

/**
 * The commands of the server section.
 */
export function addServerCommands({
  app,
  palette,
  refresh,
  open,
  trans
}: IOptions): void {
  const { commands } = app;
  commands.addCommand(CommandIDs.openServer, {
    label: trans.__('Show What This Server Uses'),
    caption: trans.__('Open the Server section of the LEAP sidebar'),
    icon: leapIcon,
    describedBy: NO_ARGUMENTS,
    execute: open
  });
  commands.addCommand(CommandIDs.refreshServer, {
    label: trans.__('Read What This Server Uses Again'),
    caption: trans.__('Read memory, processors, servers and clusters, now'),
    icon: refreshIcon,
    describedBy: NO_ARGUMENTS,
    execute: refresh
  });
  listInPalette(palette, trans, [
    CommandIDs.openServer,
    CommandIDs.refreshServer
  ]);
}
