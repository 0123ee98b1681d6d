import { copyIcon, fileIcon, folderIcon } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import type { Bucket } from '../../../contract';
import { CommandIDs } from '../../commands';
import { Name } from '../../components/name';
import {
  formatBytes,
  formatDate,
  formatDay,
  formatInstant
} from '../../format';
import { datasetIcon } from './icons';
import type { IMeasured } from './measuring';
import type { IBucketsModel } from './model';
import type { Row } from './rows';
import type { IBucketsState } from './state';
import { datasetName, measuredText, sizeText } from './words';

interface IEntryRowProps {
  readonly id: string;
  readonly row: Row;
  /** From 0. */
  readonly index: number;
  readonly topPx: number;
  readonly isCurrent: boolean;
  readonly measured: IMeasured | undefined;
  readonly model: IBucketsModel;
  readonly commands: CommandRegistry;
  readonly state: IBucketsState;
  readonly bucket: Bucket | undefined;
  readonly trans: TranslationBundle;
}

/**
 * One entry: what it is, its name, its day, its size. As in the file browser, a click selects and a double click
 * opens. The buttons are for the mouse; the keyboard has the keys and the menu.
 */
export function EntryRow(props: IEntryRowProps): React.JSX.Element {
  const { id, row, index, topPx, isCurrent, model, commands, trans } = props;
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
        void commands.execute(CommandIDs.openEntry);
      }}
      onContextMenu={() => {
        model.select(row.name);
      }}
    >
      <NameCell {...props} />
      <span role="gridcell" className="jp-LeapEntries-copy">
        <button
          type="button"
          className="jp-LeapEntries-action"
          tabIndex={-1}
          title={trans.__('Copy the gs:// path')}
          aria-label={trans.__('Copy the gs:// path of %1', row.name)}
          onClick={() => {
            model.select(row.name);
            void commands.execute(CommandIDs.copyGsPath);
          }}
        >
          <copyIcon.react tag="span" />
        </button>
      </span>
      <span role="gridcell" className="jp-LeapEntries-day">
        <Day {...props} />
      </span>
      <span role="gridcell" className="jp-LeapEntries-size">
        <Size {...props} />
      </span>
    </div>
  );
}

function NameCell({ row, trans }: IEntryRowProps): React.JSX.Element {
  const Icon = iconOf(row);
  const isMarker = row.kind === 'object' && row.name === '';
  return (
    <span role="gridcell" className="jp-LeapEntries-name">
      <Icon.react
        tag="span"
        className="jp-LeapEntries-icon"
        title={whatIs(row, trans)}
      />
      <span className="jp-LeapEntries-text">
        {!isMarker && <Name name={row.name} />}
        {isMarker && (
          <em title={trans.__('An object whose name is that of the folder')}>
            {trans.__('(this folder)')}
          </em>
        )}
      </span>
    </span>
  );
}

/** Beside the own folder, every folder is another member's. */
function Whose({
  row,
  state,
  bucket,
  trans
}: IEntryRowProps): React.JSX.Element | null {
  const { folder, listing } = state;
  if (
    row.kind !== 'folder' ||
    listing.value?.standing !== 'contains-own' ||
    !folder ||
    !bucket?.ownPrefix
  ) {
    return null;
  }
  const isOwn = bucket.ownPrefix.startsWith(folder.prefix + row.name);
  return (
    <span className={`jp-LeapEntries-whose${isOwn ? ' jp-mod-own' : ''}`}>
      {isOwn ? trans.__('your folder') : trans.__('not your folder')}
    </span>
  );
}

function Day(props: IEntryRowProps): React.JSX.Element | null {
  const { row, trans } = props;
  if (row.kind === 'folder') {
    return <Whose {...props} />;
  }
  const changed =
    row.updatedAt === null
      ? trans.__('When it was changed is not known')
      : trans.__('Changed %1', formatInstant(row.updatedAt));
  const day = row.deletedOn ?? row.updatedAt?.slice(0, 10);
  if (!day) {
    return <span title={changed}>–</span>;
  }
  const text =
    row.deletedOn === null
      ? formatDate(day, Date.now())
      : formatDay(day, Date.now());
  return (
    <time
      dateTime={day}
      title={
        row.deletedOn === null
          ? changed
          : trans.__('Deleted on %1 (UTC). %2', text, changed)
      }
    >
      {text}
    </time>
  );
}

function Size({
  row,
  measured,
  model,
  commands,
  trans
}: IEntryRowProps): React.JSX.Element {
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

function iconOf(row: Row): typeof folderIcon {
  if (row.kind === 'object') {
    return fileIcon;
  }
  return row.dataset === null ? folderIcon : datasetIcon;
}

function whatIs(row: Row, trans: TranslationBundle): string {
  if (row.kind === 'object') {
    return trans.__('Object');
  }
  return row.dataset === null
    ? trans.__('Folder')
    : datasetName(row.dataset, trans);
}
