import type * as React from 'react';
import type { Bucket } from '../../../../contract';
import { homeOf, type IFolder } from '../folder/folder';
import { closedIcon, passingIcon } from '../icons';
import type { IBucketsViewProps } from '../view-props';

interface IPlacesProps extends IBucketsViewProps {
  readonly buckets: readonly Bucket[];
  readonly folder: IFolder | null;
}

/**
 * The configured buckets, one button each: it opens the own folder where there is one.
 */
export function Places({
  model,
  trans,
  buckets,
  folder
}: IPlacesProps): React.JSX.Element | null {
  if (buckets.length === 0) {
    return null;
  }
  return (
    <nav className="jp-LeapBuckets-places" aria-label={trans.__('Buckets')}>
      {buckets.map(bucket => (
        <button
          key={bucket.name}
          type="button"
          className="jp-LeapButton"
          aria-current={bucket.name === folder?.bucket ? 'true' : undefined}
          title={caption(bucket, trans)}
          onClick={() => {
            void model.open(homeOf(bucket));
          }}
        >
          <Mark bucket={bucket} />
          <span>{bucket.title}</span>
        </button>
      ))}
    </nav>
  );
}

function Mark({ bucket }: { bucket: Bucket }): React.JSX.Element | null {
  if (bucket.access === 'read-only') {
    return <closedIcon.react tag="span" className="jp-LeapBuckets-mark" />;
  }
  return bucket.deleteAfterDays === null ? null : (
    <passingIcon.react tag="span" className="jp-LeapBuckets-mark" />
  );
}

function caption(bucket: Bucket, trans: IBucketsViewProps['trans']): string {
  const { name, access, deleteAfterDays, ownPrefix, ownPrefixSource } = bucket;
  const where =
    ownPrefix === null
      ? trans.__('Open gs://%1', name)
      : trans.__(
          'Open your folder gs://%1/%2 (%3)',
          name,
          ownPrefix,
          ownPrefixSource
        );
  if (access === 'read-only') {
    return trans.__('%1. Read-only.', where);
  }
  return deleteAfterDays === null
    ? where
    : trans._n(
        '%2. Objects are deleted %1 day after they were written.',
        '%2. Objects are deleted %1 days after they were written.',
        deleteAfterDays,
        where
      );
}
