import type * as React from 'react';
import type { HomePath } from '../../../../contract';
import { MiddleName } from '../../../components/middle-name';
import { VirtualList } from '../../../components/virtual-list';

/** More scroll in a frame of their own: what else the dialog says stays in view. */
const MOST_UNFRAMED = 8;

interface IPathListProps {
  /** What the list is; stands above it. */
  title: string;
  entries: readonly IPathEntry[];
}

/** A path, and what there is to say of it. */
interface IPathEntry {
  readonly path: HomePath;
  readonly text: string;
}

/**
 * Paths that something is done to, all of them; nothing where there are none.
 */
export function PathList({
  title,
  entries
}: IPathListProps): React.JSX.Element | null {
  if (entries.length === 0) {
    return null;
  }
  return (
    <>
      <p className="jp-LeapReview-heading">{title}</p>
      {entries.length > MOST_UNFRAMED ? (
        <div className="jp-LeapReview-frame">
          <VirtualList
            items={entries}
            label={title}
            keyOf={({ path }) => path}
            row={entry => <Line {...entry} />}
          />
        </div>
      ) : (
        <ul className="jp-LeapReview-paths" aria-label={title}>
          {entries.map(entry => (
            <li key={entry.path}>
              <Line {...entry} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ path, text }: IPathEntry): React.JSX.Element {
  return (
    <>
      <MiddleName name={path} />
      <span>{text}</span>
    </>
  );
}
