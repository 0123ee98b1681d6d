import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { DataFormat, LargeData } from '../../../contract';
import { CommandButton, Button } from '../../components/button';
import { Name } from '../../components/name';
import { CommandIDs } from '../../commands';
import { formatBytes, formatDate } from '../../format';

/** Shown before the reader asks for the rest. */
const SHOWN = 5;

interface IDataListProps {
  /** The largest first; without a format where nobody looked. */
  data: readonly (Omit<LargeData, 'format'> & Partial<LargeData>)[];
  /** Where they could go; null: nowhere that is known. */
  bucketUrl: string | null;
  label: string;
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
  commands,
  trans
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
  const rest = data.length - shown.length;
  return (
    <>
      <ul ref={list} className="jp-LeapData-list" aria-label={label}>
        {shown.map(one => (
          <li key={one.path}>
            <Data
              one={one}
              isWanted={bucketUrl !== null}
              commands={commands}
              trans={trans}
            />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          label={trans._n('Show %1 more', 'Show %1 more', rest)}
          onClick={() => {
            setWhole(true);
          }}
        />
      )}
    </>
  );
}

function Data({
  one,
  isWanted,
  commands,
  trans
}: Pick<IDataListProps, 'commands' | 'trans'> & {
  one: IDataListProps['data'][number];
  /** There is a bucket for it. */
  isWanted: boolean;
}): React.JSX.Element {
  const { path, usedBytes, changedAt, format } = one;
  return (
    <>
      <div className="jp-LeapData-line">
        <button
          type="button"
          className="jp-LeapData-name"
          title={commands.caption(CommandIDs.showHomeEntry)}
          onClick={() => {
            void commands.execute(CommandIDs.showHomeEntry, { path });
          }}
        >
          <Name name={path} />
        </button>
        <strong>{formatBytes(usedBytes)}</strong>
      </div>
      <div className="jp-LeapData-line">
        <span className="jp-LeapQuiet">
          {kind(format ?? null, changedAt, trans)}
        </span>
        <span className="jp-LeapData-actions">
          <CommandButton
            commands={commands}
            id={CommandIDs.copyHomePath}
            args={{ path }}
          />
          {isWanted && (
            <CommandButton
              commands={commands}
              id={CommandIDs.copyBucketCommand}
              args={{ path }}
            />
          )}
        </span>
      </div>
    </>
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
