import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { shareIcon, usersIcon } from '@jupyterlab/ui-components';
import type { ILeapClient } from '../../../client';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import { orNotify } from '../../../or-say';
import { listInPalette } from '../../../palette';
import { sayPress } from './press';
import { isPressed } from './secret-clipboard';

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
    icon: usersIcon,
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
  app.commands.addCommand(CommandIDs.getTemporaryAccess, {
    label: trans.__('Temporary Access…'),
    caption: trans.__(
      'Get a token that lets another computer reach the buckets for about an hour'
    ),
    icon: shareIcon,
    describedBy: NO_ARGUMENTS,
    execute: () =>
      orNotify(trans, async () => {
        if (!isPressed()) {
          sayPress(trans);
          return;
        }
        const [{ buckets }, { showTemporaryAccess }] = await Promise.all([
          client.ask('buckets/configured', {}),
          import('./token-dialog')
        ]);
        await showTemporaryAccess(client, buckets, trans);
      })
  });
  listInPalette(palette, trans, [
    CommandIDs.getTemporaryAccess,
    CommandIDs.askLastingAccess
  ]);
}
