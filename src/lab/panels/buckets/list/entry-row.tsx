import {
  copyIcon,
  ellipsesIcon,
  fileIcon,
  folderIcon
} from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { Bucket } from '../../../../contract';
import { CommandIDs } from '../../../commands';
import { MiddleName } from '../../../components/middle-name';
import { formatBytes } from '../../../format';
import { visible, visibleName } from '../../../visible';
import { dragCode } from './drag-code';
import { EntryDay } from './entry-day';
import { openedEntry } from '../entry';
import { copyExactly } from '../exact-copy';
import { nameOf } from '../folder/folder';
import { datasetIcon } from '../icons';
import { isReferenceName } from '../code/reference-name';
import { LetterMark, letterMark } from './letter-mark';
import type { IMeasured } from '../folder/measuring';
import type { IBucketsModel } from '../buckets-model';
import { isMarker, rowAt, type Row } from '../folder/rows';
import type { IBucketsState } from '../state';
import { snippet } from '../code/snippet';
import { openEntry, openMenu, rowId } from './row-actions';
import { datasetName, measuredText, sizeText } from '../words';

/** Made once: each costs more than the rest of its row. */
const ICONS = {
  copy: <copyIcon.react tag="span" />,
  menu: <ellipsesIcon.react tag="span" />,
  folder: <folderIcon.react tag="span" className="jp-LeapEntries-icon" />,
  object: <fileIcon.react tag="span" className="jp-LeapEntries-icon" />,
  dataset: <datasetIcon.react tag="span" className="jp-LeapEntries-icon" />
} as const;

/** What a row is given: nothing that is another object while the list is scrolled. */
interface IEntryRowProps {
  /** Of the row, among those of the listing. */
  readonly number: number;
  /** Where it stands, from 0. */
  readonly index: number;
  readonly topPx: number;
  readonly isCurrent: boolean;
  readonly model: IBucketsModel;
  readonly commands: CommandRegistry;
  readonly state: IBucketsState;
  readonly bucket: Bucket | undefined;
  readonly trans: TranslationBundle;
}

interface IFilledRowProps extends IEntryRowProps {
  readonly id: string;
  readonly row: Row;
  readonly measured: IMeasured | undefined;
}

/**
 * One entry: what it is, its name, its day, its size. As in the file browser, a click selects and a double click
 * opens. The buttons are for the mouse; the keyboard has the keys and the menu.
 *
 * While the list is scrolled only the rows that come are made.
 */
export const EntryRow = React.memo(function EntryRow(
  props: IEntryRowProps
): React.JSX.Element | null {
  const { number, index, state } = props;
  const row = state.rows && rowAt(state.rows, state.kinds, number);
  return (
    row && (
      <FilledRow
        {...props}
        id={rowId(index)}
        row={row}
        measured={state.sizes.get(row.name)}
      />
    )
  );
});

function FilledRow(props: IFilledRowProps): React.JSX.Element {
  const { id, row, index, topPx, isCurrent, model, commands } = props;
  return (
    <div
      id={id}
      role="row"
      className={`jp-LeapEntries-row${isCurrent ? ' jp-mod-current' : ''}`}
      aria-rowindex={index + 1}
      aria-selected={isCurrent}
      style={{ transform: `translateY(${String(topPx)}px)` }}
      onClick={() => {
        model.select(row.name);
      }}
      onDoubleClick={() => {
        void openEntry(commands);
      }}
      onMouseDown={event => {
        const opened = openedEntry(props.state, row);
        if (event.button === 0 && opened) {
          dragCode(
            event.nativeEvent,
            visible(row.name),
            () => snippet(opened),
            isOnName(event.target) ? event.currentTarget : null
          );
        }
      }}
      onContextMenu={() => {
        model.select(row.name);
      }}
    >
      <NameCell {...props} />
      <span role="gridcell" className="jp-LeapEntries-copy">
        <Copy {...props} />
      </span>
      <span role="gridcell" className="jp-LeapEntries-day">
        <EntryDay {...props} />
      </span>
      <span role="gridcell" className="jp-LeapEntries-size">
        <Size {...props} />
      </span>
      <span role="gridcell" className="jp-LeapEntries-menu">
        <Menu {...props} />
      </span>
    </div>
  );
}

/**
 * Whether the letters of a name were pressed: the text of a row that can be selected with the mouse.
 */
export function isOnName(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest('.jp-LeapEntries-text > bdi') !== null
  );
}

function Copy({
  row,
  state,
  model,
  commands,
  trans
}: IFilledRowProps): React.JSX.Element {
  return (
    <button
      type="button"
      className="jp-LeapEntries-action"
      tabIndex={-1}
      title={trans.__('Copy the gs:// path')}
      aria-label={trans.__(
        'Copy the gs:// path of %1',
        nameOf(state.folder, row.name)
      )}
      onClick={() => {
        model.select(row.name);
        void commands.execute(CommandIDs.copyGsPath);
      }}
    >
      {ICONS.copy}
    </button>
  );
}

function Menu({
  id,
  row,
  state,
  model,
  trans
}: IFilledRowProps): React.JSX.Element {
  return (
    <button
      type="button"
      className="jp-LeapEntries-action"
      tabIndex={-1}
      title={trans.__('More actions')}
      aria-label={trans.__(
        'More actions for %1',
        nameOf(state.folder, row.name)
      )}
      aria-haspopup="menu"
      onClick={event => {
        event.stopPropagation();
        model.select(row.name);
        openMenu(event.currentTarget, id);
      }}
    >
      {ICONS.menu}
    </button>
  );
}

function NameCell({ row, state, trans }: IFilledRowProps): React.JSX.Element {
  const name = nameOf(state.folder, row.name);
  const what = whatIs(row, trans);
  return (
    <span
      role="gridcell"
      className="jp-LeapEntries-name"
      // Readers would pause where the name may be cut, and pass over what its icon says.
      aria-label={
        isMarker(row)
          ? undefined
          : [visibleName(name), letterMark(name, trans), what]
              .filter(part => part !== '')
              .join(', ')
      }
    >
      <span title={what}>{ICONS[iconOf(row)]}</span>
      <span
        className="jp-LeapEntries-text"
        onCopy={event => {
          copyExactly(event, name);
        }}
      >
        {isMarker(row) ? (
          <em title={trans.__('An object whose name is that of the folder')}>
            {trans.__('(this folder)')}
          </em>
        ) : (
          <MiddleName name={name} />
        )}
      </span>
      <LetterMark name={name} trans={trans} />
    </span>
  );
}

function Size({
  row,
  measured,
  model,
  commands,
  trans
}: IFilledRowProps): React.JSX.Element {
  if (row.kind === 'object') {
    const exact = trans._n('%1 byte', '%1 bytes', row.bytes);
    return <span title={exact}>{formatBytes(row.bytes)}</span>;
  }
  return measured ? (
    <span title={measuredText(measured, trans)}>{sizeText(measured)}</span>
  ) : (
    <button
      type="button"
      className="jp-LeapEntries-action jp-LeapEntries-measure"
      tabIndex={-1}
      title={trans.__('Add up everything in this folder')}
      onClick={() => {
        model.select(row.name);
        void commands.execute(CommandIDs.measureFolder);
      }}
    >
      {trans.__('measure')}
    </button>
  );
}

function iconOf(row: Row): keyof typeof ICONS {
  if (row.kind === 'object') {
    return isReferenceName(row.name) ? 'dataset' : 'object';
  }
  return row.dataset === null ? 'folder' : 'dataset';
}

function whatIs(row: Row, trans: TranslationBundle): string {
  if (row.kind === 'object' && row.name === '') {
    return trans.__('Object with a slash at the end of its name');
  }
  if (row.kind === 'object') {
    return isReferenceName(row.name)
      ? datasetName('kerchunk', trans)
      : trans.__('Object');
  }
  return row.dataset === null
    ? trans.__('Folder')
    : datasetName(row.dataset, trans);
}
