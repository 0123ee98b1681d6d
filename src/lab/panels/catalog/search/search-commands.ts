import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import {
  clearIcon,
  linkIcon,
  listIcon,
  refreshIcon,
  saveIcon,
  searchIcon,
  undoIcon
} from '@jupyterlab/ui-components';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import { leapIcon } from '../../../icon';
import { copyText } from '../../../clipboard';
import { listInPalette } from '../../../palette';
import { textArguments } from '../../../text-arguments';
import { linkTo } from '../deep-link';
import type { ICatalogModel } from '../catalog-model';
import type { SavedSearches } from './saved-searches';
import { EVERYTHING, readSearch, writeSearch } from './search-state';

interface IOptions {
  app: JupyterFrontEnd;
  palette: ICommandPalette | null;
  model: ICatalogModel;
  saved: SavedSearches;
  open: () => void;
  trans: TranslationBundle;
}

/**
 * The commands that find and show data sets.
 */
export function addSearchCommands(options: IOptions): void {
  const { palette, trans } = options;
  addSectionCommands(options);
  addFindingCommands(options);
  addPageCommands(options);
  addKeepingCommands(options);
  listInPalette(palette, trans, [
    CommandIDs.openCatalog,
    CommandIDs.searchCatalog,
    CommandIDs.refreshCatalog,
    CommandIDs.showCatalogSources,
    CommandIDs.clearCatalogSearch,
    CommandIDs.saveCatalogSearch,
    CommandIDs.copyCatalogLink,
    CommandIDs.closeDataset,
    CommandIDs.checkDatasetReach
  ]);
}

/** The section, its sources, and what the sources have now. */
function addSectionCommands({ app, model, open, trans }: IOptions): void {
  const { commands } = app;
  commands.addCommand(CommandIDs.openCatalog, {
    label: trans.__('Show the Catalog'),
    caption: trans.__('Open the Catalog section of the LEAP sidebar'),
    icon: leapIcon,
    describedBy: NO_ARGUMENTS,
    execute: open
  });
  commands.addCommand(CommandIDs.refreshCatalog, {
    label: trans.__('Fetch the Catalog Again'),
    caption: trans.__('Ask the catalog’s address for a newer copy, now'),
    icon: refreshIcon,
    describedBy: NO_ARGUMENTS,
    execute: () => model.refresh()
  });
  commands.addCommand(CommandIDs.showCatalogSources, {
    label: trans.__('Sources of the Catalog'),
    caption: trans.__('Show which catalogs are searched, and add your own'),
    icon: listIcon,
    describedBy: NO_ARGUMENTS,
    execute: () => {
      open();
      model.showSources();
    }
  });
}

function addFindingCommands({ app, model, open, trans }: IOptions): void {
  const { commands } = app;
  commands.addCommand(CommandIDs.searchCatalog, {
    label: trans.__('Search the Catalog'),
    caption: trans.__('Find data sets by what is in them'),
    icon: searchIcon,
    describedBy: textArguments({
      text: trans.__('What to look for'),
      filters: trans.__('Filters, as format=zarr&opens=yes')
    }),
    execute: async ({ text, filters }) => {
      open();
      model.close();
      if (typeof text === 'string' || typeof filters === 'string') {
        await model.searchFor({
          ...readSearch(typeof filters === 'string' ? filters : ''),
          text: typeof text === 'string' ? text : ''
        });
      }
    }
  });
  commands.addCommand(CommandIDs.openDataset, {
    label: trans.__('Show a Data Set'),
    caption: trans.__('Open the page of one data set of the catalog'),
    icon: leapIcon,
    describedBy: textArguments({
      id: trans.__('The data set’s id in the catalog')
    }),
    isVisible: ({ id }) => typeof id === 'string',
    execute: async ({ id }) => {
      open();
      if (typeof id === 'string') {
        await model.open(id);
      }
    }
  });
}

function addKeepingCommands({ app, model, saved, trans }: IOptions): void {
  const { commands } = app;
  commands.addCommand(CommandIDs.clearCatalogSearch, {
    label: trans.__('Clear Search and Filters'),
    caption: trans.__('Show all data sets of the catalog again'),
    icon: clearIcon,
    describedBy: {
      args: {
        type: 'object',
        properties: {
          text: {
            type: 'boolean',
            description: trans.__('False: what was typed stays')
          }
        },
        additionalProperties: false
      }
    },
    isEnabled: () => writeSearch(model.state) !== '',
    execute: args =>
      model.searchFor({
        ...EVERYTHING,
        text: args['text'] === false ? model.state.text : ''
      })
  });
  commands.addCommand(CommandIDs.saveCatalogSearch, {
    label: trans.__('Save This Search'),
    caption: trans.__('Keep what you look for, with its filters'),
    icon: saveIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => writeSearch(model.state) !== '' && !saved.has(model.state),
    execute: () => saved.add(readSearch(writeSearch(model.state)))
  });
  commands.addCommand(CommandIDs.copyCatalogLink, {
    label: trans.__('Copy Link to This Search'),
    caption: trans.__('Copy an address that opens this search'),
    icon: linkIcon,
    describedBy: NO_ARGUMENTS,
    execute: () => {
      const { baseUrl } = app.serviceManager.serverSettings;
      return copyText(linkTo(model.state, baseUrl), trans);
    }
  });
  const onChanged = (): void => {
    commands.notifyCommandChanged(CommandIDs.clearCatalogSearch);
    commands.notifyCommandChanged(CommandIDs.saveCatalogSearch);
  };
  model.stateChanged.connect(onChanged);
  saved.stateChanged.connect(onChanged);
}

function addPageCommands({ app, model, trans }: IOptions): void {
  const { commands } = app;
  commands.addCommand(CommandIDs.closeDataset, {
    label: trans.__('Back to Results'),
    caption: trans.__('Go back to the search results of the catalog'),
    icon: undoIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => model.state.page !== null || model.state.isOnSources,
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
    execute: () => model.checkReach(true)
  });
  model.stateChanged.connect(() => {
    commands.notifyCommandChanged(CommandIDs.closeDataset);
    commands.notifyCommandChanged(CommandIDs.checkDatasetReach);
  });
}
