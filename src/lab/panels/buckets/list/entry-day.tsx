import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { Bucket } from '../../../../contract';
import { formatDate, formatDay, formatInstant } from '../../../format';
import { passingIcon } from '../icons';
import type { Row } from '../folder/rows';
import type { IBucketsState } from '../state';

interface IEntryDayProps {
  readonly row: Row;
  readonly state: IBucketsState;
  readonly bucket: Bucket | undefined;
  readonly trans: TranslationBundle;
}

/**
 * The day that matters: when an entry is deleted, else when it was changed; beside the own folder, whose it is.
 */
export function EntryDay(props: IEntryDayProps): React.JSX.Element | null {
  const { row, state, trans } = props;
  if (row.kind === 'folder') {
    const first = state.firstDays.get(row.name);
    return first ? (
      <DeletionDay
        day={first.deletedOn}
        title={
          first.complete
            ? trans.__('Its first objects are deleted on this day')
            : trans.__('Its first objects are deleted on this day, or sooner')
        }
        trans={trans}
      />
    ) : (
      <Whose {...props} />
    );
  }
  const changed =
    row.updatedAt === null
      ? trans.__('When it was changed is not known')
      : trans.__('Changed %1', formatInstant(row.updatedAt));
  if (row.deletedOn !== null) {
    return <DeletionDay day={row.deletedOn} title={changed} trans={trans} />;
  }
  const day = row.updatedAt?.slice(0, 10);
  return day === undefined ? (
    <span title={changed}>–</span>
  ) : (
    <time dateTime={day} title={changed}>
      {formatDate(day, Date.now())}
    </time>
  );
}

/** With its weekday where there is room. What goes within two days has a mark, too. */
function DeletionDay({
  day,
  title,
  trans
}: {
  readonly day: string;
  readonly title: string;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const now = Date.now();
  const isSoon = Date.parse(day) <= now + 48 * 3_600_000;
  const long = formatDay(day, now);
  return (
    <time
      dateTime={day}
      className={`jp-mod-deletion${isSoon ? ' jp-mod-soon' : ''}`}
      title={trans.__('Deleted on %1 (UTC). %2', long, title)}
    >
      {isSoon && (
        <span role="img" aria-label={trans.__('Soon:')}>
          <passingIcon.react tag="span" className="jp-LeapBuckets-mark" />
        </span>
      )}
      <span className="jp-LeapEntries-long">{long}</span>
      <span className="jp-LeapEntries-short">{formatDate(day, now)}</span>
    </time>
  );
}

/** Beside the own folder, every folder is another member's. */
function Whose({
  row,
  state,
  bucket,
  trans
}: IEntryDayProps): React.JSX.Element | null {
  const { folder, rows } = state;
  if (rows?.standing !== 'contains-own' || !folder || !bucket?.ownPrefix) {
    return null;
  }
  const isOwn = bucket.ownPrefix.startsWith(folder.prefix + row.name);
  return (
    <span className={`jp-LeapEntries-whose${isOwn ? ' jp-mod-own' : ''}`}>
      <span className="jp-LeapEntries-roomy">
        {isOwn ? trans.__('your folder') : trans.__('not your folder')}
      </span>
      <span className="jp-LeapEntries-narrow" aria-hidden>
        {isOwn ? trans.__('yours') : trans.__('not yours')}
      </span>
    </span>
  );
}
