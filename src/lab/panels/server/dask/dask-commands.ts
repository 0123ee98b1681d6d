import {
  Dialog,
  Notification,
  showDialog,
  type ICommandPalette
} from '@jupyterlab/apputils';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import { addBelowIcon, copyIcon, stopIcon } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import { LeapError, type DaskClusters } from '../../../../contract';
import type { IAskedModel } from '../../../asked-model';
import type { ILeapClient } from '../../../client';
import { copyText } from '../../../clipboard';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import { insertAtActiveCell, pythonCellProblem } from '../../../notebook-cells';
import { PASSING_MS } from '../../../passing';
import { clusterLabel } from './dask-words';
import { orNotify } from '../../../or-say';
import { listInPalette } from '../../../palette';
import { textArguments } from '../../../text-arguments';

interface IOptions {
  commands: CommandRegistry;
  client: ILeapClient;
  palette: ICommandPalette | null;
  notebooks: INotebookTracker | null;
  clusters: IAskedModel<'server/dask-clusters'>;
  trans: TranslationBundle;
}

const NAMED = textArguments({ name: 'The name of one of your clusters.' }, [
  'name'
]);

/**
 * The commands for Dask clusters: code that starts one, and stopping one after a question.
 */
export function addDaskCommands(options: IOptions): void {
  const { commands, notebooks, palette, trans } = options;
  const problem = (): string | null => pythonCellProblem(notebooks, trans);
  commands.addCommand(CommandIDs.insertClusterCode, {
    label: trans.__('Insert Cluster Code'),
    caption: () =>
      problem() ??
      trans.__(
        'Add a cell that starts a Dask cluster with this server’s image'
      ),
    icon: addBelowIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => problem() === null,
    execute: () =>
      orNotify(trans, async () => {
        insertAtActiveCell(notebooks, await code(options));
      })
  });
  commands.addCommand(CommandIDs.copyClusterCode, {
    label: trans.__('Copy Cluster Code'),
    caption: trans.__(
      'Copy Python that starts a Dask cluster with this server’s image'
    ),
    icon: copyIcon,
    describedBy: NO_ARGUMENTS,
    execute: () =>
      orNotify(trans, async () => copyText(await code(options), trans))
  });
  commands.addCommand(CommandIDs.stopCluster, {
    label: trans.__('Stop a Dask Cluster…'),
    caption: trans.__('Stop one of your Dask clusters, after a question'),
    icon: stopIcon,
    describedBy: NAMED,
    execute: ({ name }) => orNotify(trans, () => stopCluster(options, name))
  });
  notebooks?.currentChanged.connect(() => {
    commands.notifyCommandChanged(CommandIDs.insertClusterCode);
  });
  listInPalette(palette, trans, [
    CommandIDs.insertClusterCode,
    CommandIDs.copyClusterCode
  ]);
}

async function stopCluster(options: IOptions, given: unknown): Promise<void> {
  const { client, clusters, trans } = options;
  const found = (await ask(options)).clusters.find(each => each.name === given);
  if (!found) {
    throw new LeapError('not-found', 'You have no cluster of this name.');
  }
  const { name } = found;
  const label = clusterLabel(name);
  const { button } = await showDialog({
    title: trans.__('Stop cluster %1?', label),
    body: trans.__(
      'Its workers end, and what is only in their memory is lost. Notebooks that use it have to start another one.'
    ),
    buttons: [
      Dialog.cancelButton(),
      Dialog.warnButton({ label: trans.__('Stop') })
    ],
    defaultButton: 0
  });
  if (button.accept) {
    await client.ask('server/cluster-stop', { name });
    Notification.success(trans.__('Cluster %1 is stopping.', label), {
      autoClose: PASSING_MS
    });
    await clusters.load();
  }
}

async function code(options: IOptions): Promise<string> {
  const { clusters } = options;
  const { isOffered, code } = clusters.state.value ?? (await ask(options));
  if (!isOffered) {
    throw new LeapError('not-found', 'This hub offers no Dask Gateway.');
  }
  return code;
}

/** The clusters as they are now. */
async function ask({ clusters }: IOptions): Promise<DaskClusters> {
  await clusters.load();
  if (clusters.state.status === 'failed') {
    throw clusters.state.error;
  }
  if (clusters.state.status !== 'ready') {
    throw new LeapError('cancelled', 'Cancelled.');
  }
  return clusters.state.value;
}
