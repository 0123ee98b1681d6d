import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { HomeUsage } from '../../../contract';
import { Name } from '../../components/name';
import { formatCount } from '../../format';
import { reasonText } from './reasons';

interface INotesProps {
  usage: HomeUsage;
  trans: TranslationBundle;
}

/**
 * What the number leaves out: shared folders, and parts that could not be read.
 */
export function Notes({ usage, trans }: INotesProps): React.JSX.Element {
  const { excludedMounts, unreadable, unreadableCount } = usage;
  return (
    <div className="jp-LeapNotes">
      {excludedMounts.length > 0 && (
        <details>
          <summary>
            {trans._n(
              '%1 shared folder is not counted',
              '%1 shared folders are not counted',
              excludedMounts.length
            )}
          </summary>
          <ul>
            {excludedMounts.map(path => (
              <li key={path}>
                <Name name={path} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {unreadableCount > 0 && (
        <details className="jp-LeapNotes-partial">
          <summary>
            <span aria-hidden="true">⚠ </span>
            {trans._n(
              '%2 part could not be read',
              '%2 parts could not be read',
              unreadableCount,
              formatCount(unreadableCount)
            )}
          </summary>
          <ul>
            {unreadable.map(({ path, reason }) => (
              <li key={path}>
                <Name name={path} /> <span>{reasonText(reason, trans)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
