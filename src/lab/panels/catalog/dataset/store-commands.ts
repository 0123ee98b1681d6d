import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette } from '@jupyterlab/apputils';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import {
  addBelowIcon,
  copyIcon,
  folderIcon,
  notebookIcon
} from '@jupyterlab/ui-components';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import type { Store } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { copyText } from '../../../clipboard';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import {
  insertAtActiveCell,
  openNewNotebook,
  pythonCellProblem,
  type INewCell
} from '../../../notebook-cells';
import { citationText } from './citation';
import { datasetCells } from './dataset-notebook';
import type { ICatalogModel } from '../catalog-model';
import { orNotify } from '../../../or-say';
import { listInPalette } from '../../../palette';
import { withPythonKernel } from '../../../python-kernel';
import { textArguments } from '../../../text-arguments';
import { shownStores, type IShownStore } from './shown-stores';

interface IOptions {
  app: JupyterFrontEnd;
  palette: ICommandPalette | null;
  notebooks: INotebookTracker | null;
  client: ILeapClient;
  model: ICatalogModel;
  trans: TranslationBundle;
}

/**
 * The commands that do something with a store of the open data set. The code comes from the server's
 * templates; an argument can only choose a store.
 */
export function addStoreCommands(options: IOptions): void {
  const { app, palette, notebooks, model, trans } = options;
  addCodeCommands(options);
  addCopyCommands(options);
  addPlaceCommands(options);
  const ids = [
    CommandIDs.insertDatasetCode,
    CommandIDs.openDatasetNotebook,
    CommandIDs.copyDatasetCode,
    CommandIDs.copyDatasetAddress,
    CommandIDs.copyDatasetCitation,
    CommandIDs.openDatasetStore
  ];
  const update = (): void => {
    for (const id of ids) {
      app.commands.notifyCommandChanged(id);
    }
  };
  model.stateChanged.connect(update);
  notebooks?.currentChanged.connect(update);
  listInPalette(palette, trans, ids);
}

function addCodeCommands(options: IOptions): void {
  const { app, notebooks, model, trans } = options;
  const hasCode = (args: ReadonlyPartialJSONObject): boolean =>
    notebooks !== null &&
    storeOf(model, args, hasSnippet)?.snippet !== undefined;
  app.commands.addCommand(CommandIDs.insertDatasetCode, {
    label: trans.__('Insert Code'),
    caption: () =>
      pythonCellProblem(notebooks, trans) === null
        ? trans.__('Add a cell that opens this store to the active notebook')
        : trans.__('Add a cell that opens this store to a new notebook'),
    icon: addBelowIcon,
    describedBy: describedByStore(trans),
    isEnabled: hasCode,
    execute: args =>
      withCode(options, args, code => {
        if (pythonCellProblem(notebooks, trans) === null) {
          insertAtActiveCell(notebooks, code);
          return Promise.resolve();
        }
        return openNotebook(options, [{ type: 'code', source: code }]);
      })
  });
  app.commands.addCommand(CommandIDs.openDatasetNotebook, {
    label: trans.__('New Notebook'),
    caption: trans.__(
      'Open a new notebook with the data set’s licence and citation, and a cell that opens this store'
    ),
    icon: notebookIcon,
    describedBy: describedByStore(trans),
    isEnabled: hasCode,
    execute: async args => {
      const store = storeOf(model, args, hasSnippet);
      const dataset = model.state.page?.dataset.value;
      if (store && dataset) {
        await orNotify(trans, async () => {
          const imageSpec = await specOf(options.client);
          const now = new Date();
          const about = { dataset, store, imageSpec, now, trans };
          await openNotebook(options, datasetCells(about));
        });
      }
    }
  });
}

function addCopyCommands(options: IOptions): void {
  const { app, model, trans } = options;
  addStoreCopy(options, CommandIDs.copyDatasetCode, {
    label: trans.__('Copy Code'),
    caption: trans.__('Copy the code that opens this store'),
    willDo: hasSnippet,
    textOf: ({ snippet }) => snippet
  });
  addStoreCopy(options, CommandIDs.copyDatasetAddress, {
    label: trans.__('Copy Address'),
    caption: trans.__('Copy where this store is, for code of your own'),
    willDo: () => true,
    textOf: ({ url }) => url
  });
  app.commands.addCommand(CommandIDs.copyDatasetCitation, {
    label: trans.__('Copy Citation'),
    caption: trans.__('Copy how to cite this data set'),
    icon: copyIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => Boolean(model.state.page?.dataset.value),
    execute: async () => {
      const dataset = model.state.page?.dataset.value;
      if (dataset) {
        const storeUrl = storeOf(model, {})?.url ?? null;
        const now = new Date();
        await copyText(citationText({ dataset, storeUrl, now, trans }), trans);
      }
    }
  });
}

interface ICopied {
  readonly label: string;
  readonly caption: string;
  readonly willDo: (store: Store) => boolean;
  readonly textOf: (store: IShownStore) => string | null;
}

function addStoreCopy(
  { app, model, trans }: IOptions,
  id: string,
  { label, caption, willDo, textOf }: ICopied
): void {
  app.commands.addCommand(id, {
    label,
    caption,
    icon: copyIcon,
    describedBy: describedByStore(trans),
    isEnabled: args => storeOf(model, args, willDo) !== undefined,
    execute: async args => {
      const store = storeOf(model, args, willDo);
      const text = store ? textOf(store) : null;
      if (text !== null) {
        await copyText(text, trans);
      }
    }
  });
}

function addPlaceCommands({ app, model, trans }: IOptions): void {
  const { commands } = app;
  commands.addCommand(CommandIDs.openDatasetStore, {
    label: trans.__('Open in Buckets'),
    caption: trans.__('Show this store in the Buckets section'),
    icon: folderIcon,
    describedBy: describedByStore(trans),
    isEnabled: args =>
      commands.hasCommand(CommandIDs.openPlace) &&
      storeOf(model, args, isInBuckets) !== undefined,
    execute: async args => {
      const store = storeOf(model, args, isInBuckets);
      if (store) {
        await commands.execute(CommandIDs.openPlace, { reference: store.url });
      }
    }
  });
}

/** The store that the argument names, else the first of the open data set that will do. */
function storeOf(
  model: ICatalogModel,
  { store: id }: ReadonlyPartialJSONObject,
  willDo: (store: Store) => boolean = () => true
): IShownStore | undefined {
  const { page } = model.state;
  return page === null
    ? undefined
    : shownStores(page).find(
        store => willDo(store) && (id === undefined || store.id === id)
      );
}

function hasSnippet(store: Store): boolean {
  return store.snippet !== null;
}

function isInBuckets(store: Store): boolean {
  return store.inBuckets;
}

/** Do something with a store's code; where that fails, say so. */
async function withCode(
  { model, trans }: IOptions,
  args: ReadonlyPartialJSONObject,
  use: (code: string) => Promise<void>
): Promise<void> {
  const code = storeOf(model, args, hasSnippet)?.snippet;
  if (typeof code === 'string') {
    await orNotify(trans, () => use(code));
  }
}

/** The image's name; a notebook without it is better than none. */
async function specOf(client: ILeapClient): Promise<string | null> {
  try {
    return (await client.ask('image/spec', {})).spec;
  } catch {
    return null;
  }
}

async function openNotebook(
  { app, notebooks, trans }: IOptions,
  cells: readonly INewCell[]
): Promise<void> {
  if (notebooks !== null) {
    await withPythonKernel(app.serviceManager.kernelspecs, trans, kernelName =>
      openNewNotebook(app.commands, notebooks, kernelName, cells)
    );
  }
}

function describedByStore(trans: TranslationBundle) {
  return textArguments({
    store: trans.__(
      'Id of a store of the open data set; without it the first that will do'
    )
  });
}
