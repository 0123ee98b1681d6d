import {
  caretDownIcon,
  caretRightIcon,
  checkIcon
} from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import { Name } from '../../../components/name';
import {
  formatBytes,
  formatCount,
  formatDate,
  formatInstant
} from '../../../format';
import type { Row } from './rows';
import { atLeast } from '../words';

interface ITreeRowProps {
  id: string;
  row: Row;
  /** The head is row 1, for screen readers. */
  rowIndex: number;
  topPx: number;
  isCurrent: boolean;
  isMarked: boolean;
  /** A command acts on it: marked, or the cursor's row while nothing is. */
  isSelected: boolean;
  /** It offers to be marked for deletion. */
  hasBox: boolean;
  trans: TranslationBundle;
  onClick: (event: React.MouseEvent) => void;
  onMark: () => void;
  onContextMenu: () => void;
}

/**
 * One line of the tree.
 */
export function TreeRow(props: ITreeRowProps): React.JSX.Element {
  const { id, row, rowIndex, topPx, isCurrent, isMarked, isSelected } = props;
  const { onClick, onContextMenu } = props;
  const open = row.kind === 'entry' ? row.open : null;
  return (
    <div
      id={id}
      role="row"
      className={`jp-LeapTree-row${isCurrent ? ' jp-mod-current' : ''}${isMarked ? ' jp-mod-marked' : ''}`}
      aria-level={row.level}
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      aria-expanded={open ?? undefined}
      aria-setsize={row.kind === 'entry' ? row.siblings : undefined}
      aria-posinset={row.kind === 'entry' ? row.position : undefined}
      data-path={row.path}
      style={{
        transform: `translateY(${String(topPx)}px)`,
        paddingInlineStart: `${String((row.level - 1) * 14)}px`
      }}
      onClick={onClick}
      onContextMenu={onContextMenu}
    >
      <Cells {...props} />
    </div>
  );
}

function Cells({ row, ...rest }: ITreeRowProps): React.JSX.Element {
  const { isMarked, hasBox, onMark, trans } = rest;
  switch (row.kind) {
    case 'entry':
      return <EntryCells {...{ row, isMarked, hasBox, onMark, trans }} />;
    case 'rest':
      return (
        <>
          <span role="gridcell" className="jp-LeapTree-name jp-mod-quiet">
            {trans._n('%1 smaller', '%1 smaller', row.entries)}
          </span>
          <span role="gridcell" className="jp-LeapTree-size">
            {formatBytes(row.usedBytes)}
          </span>
        </>
      );
    case 'note':
      return (
        <span role="gridcell" className="jp-LeapTree-name jp-mod-quiet">
          {row.note === 'loading' && trans.__('Reading…')}
          {row.note === 'empty' && trans.__('Empty')}
          {row.note === 'failed' && row.message}
        </span>
      );
  }
}

type IBoxProps = Pick<ITreeRowProps, 'isMarked' | 'onMark' | 'trans'>;

interface IEntryProps extends IBoxProps {
  hasBox: boolean;
  row: Extract<Row, { kind: 'entry' }>;
}

function EntryCells(props: IEntryProps): React.JSX.Element {
  const { row, trans } = props;
  const { entry, share } = row;
  const { usedBytes, files, newestChangeAt, complete } = entry;
  return (
    <>
      <NameCell {...props} />
      <span
        role="gridcell"
        className="jp-LeapTree-share"
        aria-label={trans.__(
          '%1 percent of the largest',
          Math.round(share * 100)
        )}
      >
        <span style={{ width: `${String(share * 100)}%` }} />
      </span>
      <span
        role="gridcell"
        className="jp-LeapTree-size"
        title={trans._n('%2 file', '%2 files', files, formatCount(files))}
      >
        {atLeast(usedBytes, complete)}
      </span>
      <span role="gridcell" className="jp-LeapTree-files">
        {formatCount(files)}
      </span>
      <span
        role="gridcell"
        className="jp-LeapTree-changed"
        title={
          newestChangeAt === null ? undefined : formatInstant(newestChangeAt)
        }
      >
        {newestChangeAt === null
          ? '–'
          : formatDate(newestChangeAt.slice(0, 10), Date.now())}
      </span>
    </>
  );
}

function NameCell({
  row: { entry, open, grownBytes },
  hasBox,
  ...box
}: IEntryProps): React.JSX.Element {
  const Caret = open ? caretDownIcon : caretRightIcon;
  return (
    <span role="gridcell" className="jp-LeapTree-name">
      <span className="jp-LeapTree-caret" aria-hidden="true">
        {open !== null && <Caret.react tag="span" />}
      </span>
      <Name name={entry.name} />
      {grownBytes > 0 && <Grown bytes={grownBytes} trans={box.trans} />}
      {hasBox && <Box {...box} />}
    </span>
  );
}

/** For the mouse: the space bar marks the row that the cursor is on, and a screen reader says whether it is selected. */
function Box({ isMarked, onMark, trans }: IBoxProps): React.JSX.Element {
  return (
    <span
      className="jp-LeapTree-box"
      aria-hidden="true"
      title={isMarked ? trans.__('Unmark') : trans.__('Mark to delete')}
      onClick={event => {
        // Nor does the folder unfold.
        event.stopPropagation();
        onMark();
      }}
    >
      <span className="jp-LeapTree-mark">
        {isMarked && <checkIcon.react tag="span" />}
      </span>
    </span>
  );
}

function Grown({
  bytes,
  trans
}: {
  bytes: number;
  trans: TranslationBundle;
}): React.JSX.Element {
  const text = trans.__('Grown by %1, see below', formatBytes(bytes));
  return (
    <span
      role="img"
      className="jp-LeapTree-grown"
      aria-label={text}
      title={text}
    >
      {'▲'}
      <span>{` ${formatBytes(bytes)}`}</span>
    </span>
  );
}
