import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { ILeapClient } from '../../client';
import { CommandIDs, TRANSLATION_DOMAIN } from '../../commands';
import { ILeapSidebar } from '../../sidebar';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
import { addBucketsCommands } from './buckets-commands';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the catalog opens places before the section is seen
import { BucketsModel } from './model';

/**
 * The section that shows what is in the buckets.
 */
export const bucketsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-leap:buckets',
  description: 'Browses the buckets of the hub and public ones.',
  autoStart: true,
  requires: [ILeapClient, ILeapSidebar],
  optional: [ITranslator, ICommandPalette, IStateDB],
  activate
};

function activate(
  app: JupyterFrontEnd,
  client: ILeapClient,
  sidebar: ILeapSidebar,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  state: IStateDB | null
): void {
  const trans = (translator ?? nullTranslator).load(TRANSLATION_DOMAIN);
  const { commands } = app;
  const model = new BucketsModel(client);
  const open = (): void => {
    sidebar.open('buckets');
  };
  addBucketsCommands({ commands, palette, model, open, trans });
  sidebar.addSection({
    id: 'buckets',
    label: trans.__('Buckets'),
    rank: 20,
    toolbar: [CommandIDs.openParentFolder, CommandIDs.refreshBuckets],
    body: async () => {
      const [{ BucketsView }, { recall, remember }] = await Promise.all([
        import('./view'),
        import('./memory')
      ]);
      const { folder, sort } = await recall(state);
      model.setSort(sort);
      if (state) {
        remember(model, state);
      }
      void model.start(folder);
      return <BucketsView model={model} commands={commands} trans={trans} />;
    }
  });
}
