import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { DataFormat, LargeData } from '../../../contract';
import { CommandButton, Button } from '../../components/button';
import { MiddleName } from '../../components/middle-name';
import { useSnapshot } from '../../components/use-snapshot';
import { CommandIDs } from '../../commands';
import { formatBytes, formatDate } from '../../format';
import { visible } from '../../visible';
import { useRowFocus } from './row-focus';
import type { Marks } from './tree/marks';

/** Shown before the reader asks for the rest. */
const SHOWN = 5;

interface IDataListProps {
  /** The largest first; without a format where nobody looked. */
  data: readonly (Omit<LargeData, 'format'> & Partial<LargeData>)[];
  /** Where they could go; null: nowhere that is known. */
  bucketUrl: string | null;
  label: string;
  marks: Marks;
  /** Each can be marked to delete it. */
  mayDelete: boolean;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * Files and folders with their size, age and format, and what to do with each.
 */
export function DataList({
  data,
  bucketUrl,
  label,
  ...rest
}: IDataListProps): React.JSX.Element {
  const [isWhole, setWhole] = React.useState(false);
  const list = React.useRef<HTMLUListElement>(null);
  React.useEffect(() => {
    if (isWhole) {
      // The button that had the focus is gone: the reader goes on where the rest begins.
      list.current
        ?.querySelector<HTMLElement>(
          `li:nth-child(${String(SHOWN + 1)}) button`
        )
        ?.focus();
    }
  }, [isWhole]);
  const shown = isWhole ? data : data.slice(0, SHOWN);
  const more = data.length - shown.length;
  return (
    <>
      <ul ref={list} className="jp-LeapData-list" aria-label={label}>
        {shown.map(one => (
          <Data
            key={one.path}
            one={one}
            isWanted={bucketUrl !== null}
            {...rest}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button
          label={rest.trans._n('Show %1 more', 'Show %1 more', more)}
          onClick={() => {
            setWhole(true);
          }}
        />
      )}
    </>
  );
}

interface IDataProps extends Omit<
  IDataListProps,
  'data' | 'bucketUrl' | 'label'
> {
  one: IDataListProps['data'][number];
  /** There is a bucket for it. */
  isWanted: boolean;
}

function Data(props: IDataProps): React.JSX.Element {
  const row = React.useRef<HTMLLIElement>(null);
  useRowFocus(row);
  const { one, mayDelete, commands, trans } = props;
  const { path, usedBytes, changedAt, format } = one;
  return (
    <li ref={row}>
      <div className="jp-LeapData-line">
        <button
          type="button"
          className="jp-LeapData-name"
          // Whole: what is cut in its middle is two words to a screen reader.
          aria-label={visible(path)}
          title={commands.caption(CommandIDs.showHomeEntry)}
          onClick={() => {
            void commands.execute(CommandIDs.showHomeEntry, { path });
          }}
        >
          <MiddleName name={path} />
        </button>
        {mayDelete && <Box {...props} />}
        <strong>{formatBytes(usedBytes)}</strong>
      </div>
      <div className="jp-LeapData-line">
        <span className="jp-LeapQuiet">
          {kind(format ?? null, changedAt, trans)}
        </span>
        <Copies {...props} />
      </div>
    </li>
  );
}

function Copies({
  one: { path },
  isWanted,
  commands
}: IDataProps): React.JSX.Element {
  const id = CommandIDs.copyBucketCommand;
  const copy = { commands, args: { path } };
  return (
    <span className="jp-LeapData-actions">
      <CommandButton id={CommandIDs.copyHomePath} {...copy} />
      {isWanted && <CommandButton id={id} {...copy} />}
    </span>
  );
}

/** The same mark as in the table, also for what that does not show now. */
function Box({
  one: { path, usedBytes },
  marks,
  trans
}: IDataProps): React.JSX.Element {
  const isMarked = useSnapshot(marks).has(path);
  return (
    <label
      className="jp-LeapData-box"
      title={isMarked ? trans.__('Unmark') : trans.__('Mark to delete')}
    >
      <input
        type="checkbox"
        aria-label={trans.__('Mark to delete: %1', visible(path))}
        checked={isMarked}
        onChange={() => {
          marks.toggle(path, usedBytes);
        }}
      />
    </label>
  );
}

/** `Zarr, 3 Nov`. */
function kind(
  format: DataFormat | null,
  changedAt: string,
  trans: TranslationBundle
): string {
  const day = formatDate(changedAt.slice(0, 10), Date.now());
  return format === null ? day : trans.__('%1, %2', FORMAT_NAMES[format], day);
}

/** Proper names, the same in every language. */
const FORMAT_NAMES: Readonly<Record<DataFormat, string>> = {
  hdf5: 'NetCDF4/HDF5',
  netcdf: 'NetCDF',
  grib: 'GRIB',
  parquet: 'Parquet',
  zarr: 'Zarr'
};
