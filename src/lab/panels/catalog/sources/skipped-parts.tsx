import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { CatalogSummary } from '../../../../contract';
import { formatCount } from '../../../format';
import { visible } from '../../../visible';

interface ISkippedPartsProps {
  /** All that could not be read. */
  count: number;
  /** Those that are named. */
  parts: CatalogSummary['skipped'];
  trans: TranslationBundle;
}

/**
 * What of a catalog could not be read, to be unfolded; nothing when it is whole.
 */
export function SkippedParts({
  count,
  parts,
  trans
}: ISkippedPartsProps): React.JSX.Element | null {
  if (count === 0) {
    return null;
  }
  return (
    <details className="jp-LeapNotes">
      <summary>
        {trans._n(
          '%2 part of the catalog could not be read',
          '%2 parts of the catalog could not be read',
          count,
          formatCount(count)
        )}
      </summary>
      <ul>
        {parts.map(({ index, reason, source }, position) => (
          <li key={position}>
            {source === null
              ? trans.__('Record %1: %2', index + 1, visible(reason))
              : trans.__(
                  '%3, record %1: %2',
                  index + 1,
                  visible(reason),
                  visible(source)
                )}
          </li>
        ))}
      </ul>
    </details>
  );
}
