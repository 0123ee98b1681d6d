import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Notification, type ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { fileUploadIcon } from '@jupyterlab/ui-components';
import { LeapError } from '../../../contract';
import type { ILeapClient } from '../../client';
import { CommandIDs, NO_ARGUMENTS } from '../../commands';
import { failureText } from '../../failure-text';

interface IOptions {
  app: JupyterFrontEnd;
  client: ILeapClient;
  palette: ICommandPalette | null;
  trans: TranslationBundle;
}

/**
 * The commands for access from outside of the hub.
 *
 * Any page of JupyterLab can run them: they take no arguments, hand nothing back, and only open a dialog.
 */
export function addAccessCommands(options: IOptions): void {
  const { app, client, palette, trans } = options;
  app.commands.addCommand(CommandIDs.askLastingAccess, {
    label: trans.__('Lasting Access…'),
    caption: trans.__(
      'How to reach the buckets without this hub, for months: who to ask, and what to send'
    ),
    icon: fileUploadIcon,
    describedBy: NO_ARGUMENTS,
    execute: () =>
      orNotify(trans, async () => {
        const [server, { buckets }, { showLastingAccess }] = await Promise.all([
          client.ask('server/description', {}),
          client.ask('buckets/configured', {}),
          import('./lasting-dialog')
        ]);
        await showLastingAccess(server, buckets, trans);
      })
  });
  for (const command of [CommandIDs.askLastingAccess]) {
    palette?.addItem({ command, category: trans.__('LEAP') });
  }
}

/** What a command cannot do, it says. */
async function orNotify(
  trans: TranslationBundle,
  act: () => Promise<void>
): Promise<void> {
  try {
    await act();
  } catch (reason) {
    const error = LeapError.from(reason);
    const { title, next } = failureText(error, trans);
    Notification.error(trans.__('%1. %2 %3', title, error.message, next), {
      autoClose: false
    });
  }
}
