import type { INotebookTracker } from '@jupyterlab/notebook';
import type { KernelSpec } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { addBelowIcon, copyIcon } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import type { ILeapClient } from '../../../client';
import { copyText } from '../../../clipboard';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import {
  insertAtActiveCell,
  insertIntoNewNotebook,
  pythonCellProblem
} from '../../../notebook-cells';
import { orNotify } from '../../../or-say';
import { withPythonKernel } from '../../../python-kernel';
import { copyCommand, isFolderToGcloud, webAddress } from './addresses';
import type { IBucketsModel } from '../buckets-model';
import { filesShown, filesSnippet } from '../code/files';
import { lookedInto } from '../code/looked-into';
import { snippet } from '../code/snippet';
import { openedEntry } from '../entry';
import { nameOf } from '../folder/folder';
import type { Row } from '../folder/rows';
import { currentRow } from '../selection';

interface IOptions {
  readonly client: ILeapClient;
  readonly commands: CommandRegistry;
  readonly model: IBucketsModel;
  readonly notebooks: INotebookTracker | null;
  readonly kernelspecs: KernelSpec.IManager | null;
  readonly trans: TranslationBundle;
}

/**
 * The commands that take the selected entry into code, a terminal or a browser. None takes an argument: what is
 * inserted and copied is made from the entry alone.
 *
 * @returns Their ids.
 */
export function addCodeCommands(options: IOptions): readonly string[] {
  addInsertCommand(options);
  addFilesCommand(options);
  addCopyCommands(options);
  return [
    CommandIDs.insertEntryCode,
    CommandIDs.insertFilesCode,
    CommandIDs.copyEntryName,
    CommandIDs.copyEntryCode,
    CommandIDs.copyEntryAddress,
    CommandIDs.copyEntryCommand
  ];
}

function addInsertCommand(options: IOptions): void {
  const { client, commands, model, notebooks, trans } = options;
  commands.addCommand(CommandIDs.insertEntryCode, {
    label: trans.__('Insert Code'),
    caption: () =>
      pythonCellProblem(notebooks, trans) === null
        ? trans.__('Add a cell that opens this to the active notebook')
        : trans.__('Add a cell that opens this to a new notebook'),
    icon: addBelowIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => notebooks !== null && openedEntry(model.state) !== null,
    execute: async () => {
      const opened = openedEntry(model.state);
      if (opened) {
        await insert(options, snippet(await lookedInto(client, opened)));
      }
    }
  });
}

function addFilesCommand(options: IOptions): void {
  const { commands, model, notebooks, trans } = options;
  commands.addCommand(CommandIDs.insertFilesCode, {
    label: () => {
      const files = filesShown(model.state);
      return files
        ? trans._n(
            'Insert Code for %1 NetCDF File',
            'Insert Code for %1 NetCDF Files',
            files.names.length
          )
        : trans.__('Insert Code for the NetCDF Files Shown');
    },
    caption: trans.__(
      'Add a cell that opens the NetCDF files in the list as one data set'
    ),
    icon: addBelowIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => notebooks !== null && filesShown(model.state) !== null,
    execute: async () => {
      const files = filesShown(model.state);
      if (files) {
        await insert(options, filesSnippet(files));
      }
    }
  });
}

/** Into the active notebook where Python fits in, else into a new one; where that fails, say so. */
async function insert(
  { commands, notebooks, kernelspecs, trans }: IOptions,
  code: string
): Promise<void> {
  if (pythonCellProblem(notebooks, trans) === null) {
    insertAtActiveCell(notebooks, code);
    return;
  }
  if (notebooks !== null) {
    await orNotify(trans, () =>
      withPythonKernel(kernelspecs, trans, kernelName =>
        insertIntoNewNotebook(commands, notebooks, kernelName, code)
      )
    );
  }
}

function addCopyCommands(options: IOptions): void {
  const { client, model, trans } = options;
  addCopyCommand(options, CommandIDs.copyEntryName, {
    label: trans.__('Copy Name'),
    caption: trans.__('Copy the name of the selected entry, letter for letter'),
    textOf: () => {
      const { folder, current } = model.state;
      return current === null ? null : nameOf(folder, current);
    }
  });
  addCopyCommand(options, CommandIDs.copyEntryCode, {
    label: trans.__('Copy Code'),
    caption: trans.__('Copy the Python code that opens this'),
    textOf: async () => {
      const opened = openedEntry(model.state);
      return opened && snippet(await lookedInto(client, opened));
    }
  });
  addCopyCommand(options, CommandIDs.copyEntryAddress, {
    label: trans.__('Copy https Address'),
    caption: trans.__('Copy the address that a web browser opens'),
    textOf: () => {
      const { folder, current, payers } = model.state;
      return folder && current !== null
        ? webAddress(folder, current, payers.get(folder.bucket) ?? null)
        : null;
    }
  });
  addCopyCommand(options, CommandIDs.copyEntryCommand, {
    label: trans.__('Copy gcloud Command'),
    caption: trans.__('Copy the command that downloads this in a terminal'),
    isFor: isForGcloud,
    textOf: () => {
      const { folder, current, payers } = model.state;
      return folder && current !== null
        ? copyCommand(folder, [current], payers.get(folder.bucket) ?? null)
        : null;
    }
  });
}

/** Of an object that is named like a folder, gcloud would copy the folder instead. */
function isForGcloud({ kind, name }: Row): boolean {
  return kind !== 'object' || !isFolderToGcloud(name);
}

interface ICopied {
  readonly label: string;
  readonly caption: string;
  /** Absent: any entry. */
  readonly isFor?: (row: Row) => boolean;
  /** What is copied of the selected entry; null: nothing. */
  readonly textOf: () => string | null | Promise<string | null>;
}

function addCopyCommand(
  { commands, model, trans }: IOptions,
  id: string,
  { label, caption, isFor = () => true, textOf }: ICopied
): void {
  commands.addCommand(id, {
    label,
    caption,
    icon: copyIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => {
      const row = currentRow(model.state);
      return row !== null && isFor(row);
    },
    execute: async () => {
      const text = await textOf();
      if (text !== null) {
        await copyText(text, trans);
      }
    }
  });
}
