import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { HomeLargest, LargeData } from '../../../contract';
import { Failure } from '../../components/failure';
import { unfoldIntoView } from '../../components/unfold-into-view';
import { useSnapshot } from '../../components/use-snapshot';
import { formatBytes } from '../../format';
import { DataList } from './data-list';
import type { IAskedModel } from '../../asked-model';
import type { Marks } from './tree/marks';

const DAYS_A_MONTH = 30;

interface ILargestCardProps {
  model: IAskedModel<'home/largest'>;
  marks: Marks;
  /** Nothing stands in the way of deleting. */
  mayDelete: boolean;
  commands: CommandRegistry;
  trans: TranslationBundle;
  /** When the home was counted last: the answer is that count's. */
  countedAt: string;
}

/**
 * Data that belong in a bucket with the way there; the largest files and the oldest data, folded.
 */
export function LargestCard({
  model,
  countedAt,
  ...rest
}: ILargestCardProps): React.JSX.Element | null {
  const found = useSnapshot(model);
  React.useEffect(() => {
    void model.load();
  }, [model, countedAt]);
  if (found.status === 'failed') {
    return (
      <Failure
        error={found.error}
        trans={rest.trans}
        onRetry={() => {
          void model.load();
        }}
      />
    );
  }
  return found.value ? <Found found={found.value} {...rest} /> : null;
}

interface IFoundProps extends Omit<ILargestCardProps, 'model' | 'countedAt'> {
  found: HomeLargest;
}

function Found({ found, ...rest }: IFoundProps): React.JSX.Element {
  const { files, oldest, bucketUrl } = found;
  const { mayDelete, trans } = rest;
  const misplaced = misplacedOf(found);
  const list = { ...rest, bucketUrl };
  return (
    <>
      {misplaced.length > 0 && (
        <section
          className="jp-LeapCard jp-LeapData"
          aria-label={trans.__('Does not belong here')}
        >
          <h5 className="jp-LeapClear-title">
            {trans.__('Does not belong here: %1', formatBytes(sum(misplaced)))}
          </h5>
          <p className="jp-LeapQuiet">{advice(found, mayDelete, trans)}</p>
          <DataList
            {...list}
            data={misplaced}
            label={trans.__('Data that belong in a bucket, largest first')}
          />
        </section>
      )}
      {files.length > 0 && (
        <details className="jp-LeapData-more" onToggle={unfoldIntoView}>
          <summary>{trans.__('Largest files')}</summary>
          <DataList
            {...list}
            data={files}
            label={trans.__('Largest files, largest first')}
          />
        </details>
      )}
      {oldest.length > 0 && (
        <details className="jp-LeapData-more" onToggle={unfoldIntoView}>
          <summary>{oldestTitle(found, trans)}</summary>
          <DataList
            {...list}
            data={oldest}
            label={trans.__('Oldest data, largest first')}
          />
        </details>
      )}
    </>
  );
}

function oldestTitle(
  { oldest, oldDays }: HomeLargest,
  trans: TranslationBundle
): string {
  return trans._n(
    'Not changed for %1 month: %2',
    'Not changed for %1 months: %2',
    Math.round(oldDays / DAYS_A_MONTH),
    formatBytes(sum(oldest))
  );
}

/** Stores, and files of a data set's size, the largest first. */
function misplacedOf({ stores, files, dataBytes }: HomeLargest): LargeData[] {
  const large = files.filter(
    ({ usedBytes, format }) => format !== null && usedBytes >= dataBytes
  );
  return [...stores, ...large].sort(
    (one, other) => other.usedBytes - one.usedBytes
  );
}

function sum(data: readonly { usedBytes: number }[]): number {
  return data.reduce((bytes, { usedBytes }) => bytes + usedBytes, 0);
}

function advice(
  { dataBytes, bucketUrl }: HomeLargest,
  mayDelete: boolean,
  trans: TranslationBundle
): string {
  const limit = formatBytes(dataBytes);
  if (bucketUrl === null) {
    return trans.__('Data sets over %1 belong in a bucket.', limit);
  }
  return mayDelete
    ? trans.__(
        'Data sets over %1 belong in a bucket. Run the copied command in a terminal, check the copy, then mark it here to delete it.',
        limit
      )
    : trans.__(
        'Data sets over %1 belong in a bucket. Run the copied command in a terminal, check the copy, then delete it there.',
        limit
      );
}
