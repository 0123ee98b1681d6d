import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { refreshIcon, searchIcon, undoIcon } from '@jupyterlab/ui-components';
import { CommandIDs, NO_ARGUMENTS } from '../../commands';
import { leapIcon } from '../../icon';
import type { ICatalogModel } from './model';

interface IOptions {
  app: JupyterFrontEnd;
  palette: ICommandPalette | null;
  model: ICatalogModel;
  open: () => void;
  trans: TranslationBundle;
}

/** `describedBy` of a command with one text argument. */
function described(name: string, description: string) {
  return {
    args: {
      type: 'object',
      properties: { [name]: { type: 'string', description } },
      additionalProperties: false
    }
  };
}

/**
 * The commands that find and show data sets.
 */
export function addSearchCommands(options: IOptions): void {
  const { app, palette, model, open, trans } = options;
  const { commands } = app;
  commands.addCommand(CommandIDs.openCatalog, {
    label: trans.__('Show the Catalog'),
    caption: trans.__('Open the Catalog section of the LEAP sidebar'),
    icon: leapIcon,
    describedBy: NO_ARGUMENTS,
    execute: open
  });
  commands.addCommand(CommandIDs.searchCatalog, {
    label: trans.__('Search the Catalog'),
    caption: trans.__('Find data sets by what is in them'),
    icon: searchIcon,
    describedBy: described('text', trans.__('What to look for')),
    execute: async args => {
      open();
      model.close();
      if (typeof args['text'] === 'string') {
        await model.search(args['text']);
      }
    }
  });
  commands.addCommand(CommandIDs.refreshCatalog, {
    label: trans.__('Fetch the Catalog Again'),
    caption: trans.__('Ask the catalog’s address for a newer copy, now'),
    icon: refreshIcon,
    describedBy: NO_ARGUMENTS,
    execute: () => model.refresh()
  });
  commands.addCommand(CommandIDs.openDataset, {
    label: trans.__('Show a Data Set'),
    caption: trans.__('Open the page of one data set of the catalog'),
    icon: leapIcon,
    describedBy: described('id', trans.__('The data set’s id in the catalog')),
    isVisible: args => typeof args['id'] === 'string',
    execute: async args => {
      open();
      if (typeof args['id'] === 'string') {
        await model.open(args['id']);
      }
    }
  });
  addPageCommands(options);
  for (const command of [
    CommandIDs.openCatalog,
    CommandIDs.searchCatalog,
    CommandIDs.refreshCatalog,
    CommandIDs.closeDataset,
    CommandIDs.checkDatasetReach
  ]) {
    palette?.addItem({ command, category: trans.__('LEAP') });
  }
}

function addPageCommands({ app, model, trans }: IOptions): void {
  const { commands } = app;
  commands.addCommand(CommandIDs.closeDataset, {
    label: trans.__('Back to Results'),
    caption: trans.__('Go back to the search results of the catalog'),
    icon: undoIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => model.state.page !== null,
    execute: () => {
      model.close();
    }
  });
  commands.addCommand(CommandIDs.checkDatasetReach, {
    label: trans.__('Check Again What Opens From Here'),
    caption: trans.__('Ask every store of the open data set whether it opens'),
    icon: refreshIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () =>
      model.state.page !== null && model.state.page.reach.status !== 'loading',
    execute: () => model.checkReach()
  });
  model.stateChanged.connect(() => {
    commands.notifyCommandChanged(CommandIDs.closeDataset);
    commands.notifyCommandChanged(CommandIDs.checkDatasetReach);
  });
}
