import type { INotebookTracker } from '@jupyterlab/notebook';
import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { render } from '@testing-library/react';
import type { IQuickLook } from '../../../src/lab/contents/quick-look';
import { addBucketsCommands } from '../../../src/lab/panels/buckets/commands/buckets-commands';
import { BucketsModel } from '../../../src/lab/panels/buckets/model';
import { BucketsView } from '../../../src/lab/panels/buckets/view';
import type { ScriptedClient } from '../lab/scripted-client';

/**
 * The Buckets section on screen with its commands, without notebooks if none are given. It has asked nothing yet.
 */
export function showBuckets(
  client: ScriptedClient,
  look: IQuickLook | null,
  notebooks: INotebookTracker | null = null
): { model: BucketsModel; commands: CommandRegistry } {
  const trans = nullTranslator.load('jupyterlab_leap');
  const model = new BucketsModel(client);
  const commands = new CommandRegistry();
  addBucketsCommands({
    client,
    notebooks,
    kernelspecs: null,
    commands,
    palette: null,
    model,
    open: () => undefined,
    trans
  });
  render(
    <BucketsView model={model} commands={commands} look={look} trans={trans} />
  );
  return { model, commands };
}
