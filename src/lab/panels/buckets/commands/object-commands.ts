import { Dialog, showDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { downloadIcon } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import { LeapError, type ObjectQuery } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import { formatBytes } from '../../../format';
import { orNotifyWhy } from '../../../or-say';
import { visible } from '../../../visible';
import type { IBucketsModel } from '../buckets-model';
import { selectedObject } from '../entry';
import { addOpenCommand } from './open-command';
import { isMarker } from '../folder/rows';
import { currentRow } from '../selection';

/** More is worth a question: it takes minutes, and taking data out of Google Cloud costs the hub money. */
const ASK_ABOVE_BYTES = 100_000_000;

interface IOptions {
  readonly commands: CommandRegistry;
  readonly client: ILeapClient;
  readonly model: IBucketsModel;
  readonly trans: TranslationBundle;
}

/**
 * The commands that read the selected object: in JupyterLab, and to the user's own computer.
 *
 * @returns Their ids.
 */
export function addObjectCommands(options: IOptions): readonly string[] {
  const { commands, model, trans } = options;
  addOpenCommand(options);
  commands.addCommand(CommandIDs.downloadObject, {
    label: trans.__('Download'),
    caption: trans.__(
      'Save this object on your own computer. Data that leave Google Cloud cost the hub money.'
    ),
    icon: downloadIcon,
    describedBy: NO_ARGUMENTS,
    isVisible: () => currentRow(model.state)?.kind === 'object',
    isEnabled: () => {
      const row = currentRow(model.state);
      return row?.kind === 'object' && !isMarker(row);
    },
    execute: async () => {
      const query = selectedObject(model.state);
      if (query) {
        await orNotifyWhy(trans, () => download(query, options));
      }
    }
  });
  return [CommandIDs.openObject, CommandIDs.downloadObject];
}

/**
 * Ask first whether it can be had, so that a refusal is a sentence and not a broken file.
 *
 * @throws LeapError `too-large` beyond the operator's limit.
 */
async function download(
  query: ObjectQuery,
  { client, trans }: IOptions
): Promise<void> {
  const { bytes, downloadLimitBytes } = await client.ask(
    'buckets/object',
    query
  );
  if (bytes > downloadLimitBytes) {
    throw new LeapError(
      'too-large',
      trans.__(
        'Objects up to %1 can be downloaded here. Copy the gcloud command and run it on your computer.',
        formatBytes(downloadLimitBytes)
      )
    );
  }
  if (bytes <= ASK_ABOVE_BYTES || (await agrees(query, bytes, trans))) {
    save(client.address('buckets/download', query));
  }
}

async function agrees(
  { name }: ObjectQuery,
  bytes: number,
  trans: TranslationBundle
): Promise<boolean> {
  const { button } = await showDialog({
    title: trans.__('Download %1?', formatBytes(bytes)),
    body: trans.__(
      '%1 leaves Google Cloud, which costs the hub money. To work with it on this server you need not download it: use Insert Code.',
      visible(name)
    ),
    buttons: [
      Dialog.cancelButton({ label: trans.__('Cancel') }),
      Dialog.okButton({ label: trans.__('Download') })
    ],
    defaultButton: 0
  });
  return button.accept;
}

/** The browser's own download: it shows how far it is, and can be cancelled there. */
function save(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
