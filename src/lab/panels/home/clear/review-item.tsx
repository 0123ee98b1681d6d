import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { ClearableItem } from '../../../../contract';
import { formatBytes, formatCount } from '../../../format';
import { atLeast } from '../words';

interface IItemProps {
  item: ClearableItem;
  isMarked: boolean;
  trans: TranslationBundle;
  onToggle: () => void;
}

/**
 * One kind of what can be cleared: what it is, what it costs to lose it, and its mark.
 */
export function Item({
  item,
  isMarked,
  trans,
  onToggle
}: IItemProps): React.JSX.Element {
  const detailsId = React.useId();
  return (
    <li>
      <label className="jp-LeapReview-label">
        <input
          type="checkbox"
          checked={isMarked}
          aria-describedby={detailsId}
          onChange={onToggle}
        />
        <span>{item.title}</span>
        <strong>{atLeast(item.usedBytes, item.complete)}</strong>
      </label>
      <div id={detailsId} className="jp-LeapReview-details">
        <p>{item.reason}</p>
        <p>{item.cost}</p>
        {item.inUseBy.length > 0 && (
          <p className="jp-LeapReview-inUse">
            {trans.__('⚠ In use now by: %1', item.inUseBy.join(', '))}
          </p>
        )}
        {item.linkedBytes > 0 && (
          <p>
            {trans.__(
              'Another %1 would not become free: those files are used elsewhere too, as in environments.',
              formatBytes(item.linkedBytes)
            )}
          </p>
        )}
        {item.otherPaths > 0 && (
          <p>
            {trans._n(
              '%2 smaller folder is left for the next time.',
              '%2 smaller folders are left for the next time.',
              item.otherPaths,
              formatCount(item.otherPaths)
            )}
          </p>
        )}
      </div>
    </li>
  );
}
