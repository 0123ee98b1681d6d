import { caretDownIcon, caretUpIcon } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { IBucketsModel } from '../buckets-model';
import type { SortColumn } from '../folder/rows';
import type { IBucketsState } from '../state';

interface ISortBarProps {
  readonly model: IBucketsModel;
  readonly state: IBucketsState;
  readonly trans: TranslationBundle;
}

/**
 * The heads of the columns: each sorts by its column, a second time the other way round.
 */
export function SortBar({
  model,
  state,
  trans
}: ISortBarProps): React.JSX.Element {
  const columns: readonly [SortColumn, string][] = [
    ['name', trans.__('Name')],
    [
      'updated',
      state.rows?.rule.deleteAfterDays === null || !state.rows
        ? trans.__('Changed')
        : trans.__('Deleted on')
    ],
    ['bytes', trans.__('Size')]
  ];
  const isChange = state.rows?.rule.deleteAfterDays === null;
  const { by, descending } = state.sort;
  const Caret = descending ? caretDownIcon : caretUpIcon;
  return (
    <div
      className={`jp-LeapSortBar${isChange ? ' jp-mod-change' : ''}`}
      role="group"
      aria-label={trans.__('Sort by')}
    >
      {columns.map(([column, label]) => (
        <button
          key={column}
          type="button"
          className={`jp-LeapSortBar-head jp-LeapSortBar-${column}`}
          aria-pressed={by === column}
          title={
            by === column
              ? trans.__('Sort the other way round')
              : trans.__('Sort what is loaded by this')
          }
          onClick={() => {
            model.sortBy(column);
          }}
        >
          <span>{label}</span>
          {by === column && (
            <Caret.react tag="span" className="jp-LeapBuckets-mark" />
          )}
        </button>
      ))}
    </div>
  );
}
