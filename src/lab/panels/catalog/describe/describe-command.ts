import type { JupyterFrontEnd } from '@jupyterlab/application';
import {
  Dialog,
  Notification,
  showDialog,
  type ICommandPalette
} from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { addIcon } from '@jupyterlab/ui-components';
import type { Contents } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { CommandIDs } from '../../../commands';
import { createFiles } from '../../../create-files';
import { leapIcon } from '../../../icon';
import { orNotifyWhy } from '../../../or-say';
import { listInPalette } from '../../../palette';
import { PASSING_MS } from '../../../passing';
import { textArguments } from '../../../text-arguments';
import type { ICatalogModel } from '../catalog-model';
import type { IDescribeChoice } from './describe-form';
import { feedstockFiles, problemsOf } from './feedstock';
import { requestAddress } from './request-address';

interface IOptions {
  app: JupyterFrontEnd;
  palette: ICommandPalette | null;
  client: ILeapClient;
  model: ICatalogModel;
  trans: TranslationBundle;
}

/**
 * The commands by which a data set gets into the catalog: describe one's own, or ask for another.
 */
export function addDescribeCommand(options: IOptions): void {
  const { app, palette, model, trans } = options;
  const { commands } = app;
  commands.addCommand(CommandIDs.describeDataset, {
    label: trans.__('Describe This Data Set…'),
    caption: trans.__(
      'Write the files by which the hub’s catalog takes up a data set'
    ),
    icon: addIcon,
    describedBy: textArguments({ url: trans.__('The address of its store') }),
    execute: async ({ url }) => {
      await describe(typeof url === 'string' ? url : '', options);
    }
  });
  commands.addCommand(CommandIDs.requestDataset, {
    label: trans.__('Request a Data Set'),
    caption: trans.__('Open the hub’s form that asks for a data set'),
    icon: leapIcon,
    describedBy: textArguments({ name: trans.__('What it is called') }),
    isEnabled: () => requestUrlOf(model) !== null,
    execute: ({ name }) => {
      const url = requestUrlOf(model);
      const text = typeof name === 'string' ? name : model.state.text;
      const address = url === null ? null : requestAddress(url, text);
      if (address !== null) {
        window.open(address, '_blank', 'noopener,noreferrer');
      }
    }
  });
  listInPalette(palette, trans, [
    CommandIDs.describeDataset,
    CommandIDs.requestDataset
  ]);
}

function requestUrlOf({ state }: ICatalogModel): string | null {
  return state.summary.value?.requestUrl ?? null;
}

async function describe(url: string, options: IOptions): Promise<void> {
  const { client, model, trans } = options;
  const contents =
    url === '' ? null : await readContents(url, client).catch(() => null);
  const { draftOf } = await import('./draft');
  const draft = draftOf(url, contents, requestUrlOf(model));
  let choice: IDescribeChoice | null = { feedstock: draft, folder: '' };
  let isRetry = false;
  do {
    choice = await ask(choice, isRetry, trans);
    isRetry = true;
    // What is wrong stands beside its field: the form comes back until nothing is, or until it is cancelled.
  } while (choice && problemsOf(choice.feedstock, trans).length > 0);
  if (choice) {
    await create(choice, options);
  }
}

function readContents(url: string, client: ILeapClient): Promise<Contents> {
  return client.ask('contents/summary', { place: { url } });
}

async function ask(
  choice: IDescribeChoice,
  isRetry: boolean,
  trans: TranslationBundle
): Promise<IDescribeChoice | null> {
  const { DescribeForm } = await import('./describe-form');
  const { button, value } = await showDialog({
    title: trans.__('Describe this data set'),
    body: new DescribeForm(choice, isRetry, trans),
    // Whoever opens the form types; JupyterLab would give the focus to the button that creates the files.
    focusNodeSelector: isRetry ? '[aria-invalid="true"]' : 'input',
    buttons: [
      Dialog.cancelButton({ label: trans.__('Cancel') }),
      Dialog.okButton({ label: trans.__('Create Files') })
    ]
  });
  return button.accept ? value : null;
}

async function create(
  { feedstock, folder }: IDescribeChoice,
  { app, trans }: IOptions
): Promise<void> {
  await orNotifyWhy(trans, async () => {
    const { contents } = app.serviceManager;
    await createFiles(contents, folder, feedstockFiles(feedstock));
    Notification.success(
      trans.__(
        'meta.yaml and catalog.yaml were created. Put both into the folder feedstock of a repository.'
      ),
      { autoClose: PASSING_MS }
    );
  });
}
