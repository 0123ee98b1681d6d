import type { TranslationBundle } from '@jupyterlab/translation';
import { fileIcon } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import { formatBytes } from '../../../format';
import { orNotifyWhy } from '../../../or-say';
import type { IBucketsModel } from '../buckets-model';
import { unpackedName, type IOpened } from '../code/opened';
import { drivePath } from '../drive/drive-path';
import { factoryOf, MAX_BYTES } from '../drive/opened-as';
import { openedEntry, selectedObject } from '../entry';
import { isMarker } from '../folder/rows';
import { currentRow } from '../selection';
import type { IBucketsState } from '../state';

/** JupyterLab's own command. */
const OPEN_DOCUMENT = 'docmanager:open';

/** Why an object is not opened as a document. */
type Obstacle = 'size' | 'kind' | 'nothing';

interface IOptions {
  readonly commands: CommandRegistry;
  readonly model: IBucketsModel;
  readonly trans: TranslationBundle;
}

/**
 * The command that shows the selected object as a document, or says why it does not.
 */
export function addOpenCommand({ commands, model, trans }: IOptions): void {
  const isObject = (): boolean => currentRow(model.state)?.kind === 'object';
  commands.addCommand(CommandIDs.openObject, {
    // Menus show no captions, so the reason stands in the label.
    label: () => labelOf(obstacle(model.state), trans),
    caption: () => captionOf(obstacle(model.state), trans),
    icon: fileIcon,
    describedBy: NO_ARGUMENTS,
    isVisible: isObject,
    isEnabled: () => isObject() && obstacle(model.state) === null,
    execute: async () => {
      const query = selectedObject(model.state);
      const opened = openedEntry(model.state);
      const factory = opened && viewerOf(opened);
      if (query && factory !== null) {
        const path = drivePath(query);
        await orNotifyWhy(trans, () =>
          commands.execute(OPEN_DOCUMENT, { path, factory })
        );
      }
    }
  });
}

/** Null: nothing is in the way, or no object is selected. */
function obstacle(state: IBucketsState): Obstacle | null {
  const row = currentRow(state);
  const opened = openedEntry(state);
  if (row?.kind !== 'object' || !opened) {
    return null;
  }
  if (isMarker(row)) {
    return 'nothing';
  }
  if (viewerOf(opened) === null) {
    return 'kind';
  }
  return row.bytes > MAX_BYTES ? 'size' : null;
}

/** Its name says what shows it; else a look that found it to be text. */
function viewerOf({ name, contents }: IOpened): string | null {
  const isText = contents?.kind === 'text' && unpackedName(name) === name;
  return factoryOf(name) ?? (isText ? 'Editor' : null);
}

function labelOf(why: Obstacle | null, trans: TranslationBundle): string {
  switch (why) {
    case 'size':
      return trans.__('Open Read-Only (Up to %1)', formatBytes(MAX_BYTES));
    case 'kind':
      return trans.__('Open Read-Only (Not This Kind of File)');
    case 'nothing':
      return trans.__('Open Read-Only (Nothing in It)');
    case null:
      return trans.__('Open Read-Only');
  }
}

function captionOf(why: Obstacle | null, trans: TranslationBundle): string {
  switch (why) {
    case 'size':
      return trans.__(
        'Objects up to %1 are opened here. Insert Code reads it in a notebook.',
        formatBytes(MAX_BYTES)
      );
    case 'kind':
      return trans.__(
        'JupyterLab shows no files of this kind. Insert Code opens it in a notebook.'
      );
    case 'nothing':
      return trans.__('This object is empty: it only stands for its folder.');
    case null:
      return trans.__('Open this object in JupyterLab; it is never changed');
  }
}
