import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { HomeAssumed, HomeUsage } from '../../../contract';
import { Name } from '../../components/name';
import { unfoldIntoView } from '../../components/unfold-into-view';
import { formatCount, formatMoment } from '../../format';
import { unreadableAdvice, unreadableText } from './reasons';

interface INotesProps {
  usage: HomeUsage;
  homeDirectory: string | null;
  /** A count is under way: what its first numbers assume is being read. */
  isCounting: boolean;
  trans: TranslationBundle;
}

/**
 * What the number leaves out: shared folders, and parts that could not be read.
 */
export function Notes({
  usage,
  homeDirectory,
  isCounting,
  trans
}: INotesProps): React.JSX.Element {
  const { assumed, excludedMounts } = usage;
  return (
    <div className="jp-LeapNotes">
      {assumed && !isCounting && <Assumed assumed={assumed} trans={trans} />}
      {excludedMounts.length > 0 && (
        <details onToggle={unfoldIntoView}>
          <summary>
            {mountsText(excludedMounts.length, homeDirectory === '/', trans)}
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
      <Unreadable usage={usage} trans={trans} />
    </div>
  );
}

/** What is mounted in a home is shared with others; in that of an account that has none, it is what every system has. */
function mountsText(
  mounts: number,
  isRoot: boolean,
  trans: TranslationBundle
): string {
  return isRoot
    ? trans._n(
        '%1 folder of the system or of another disk is not counted',
        '%1 folders of the system or of other disks are not counted',
        mounts
      )
    : trans._n(
        '%1 shared folder is not counted',
        '%1 shared folders are not counted',
        mounts
      );
}

/** Parts that could not be read, the home itself left out: of that a notice tells. */
function Unreadable({
  usage,
  trans
}: Pick<INotesProps, 'usage' | 'trans'>): React.JSX.Element | null {
  const parts = usage.unreadable.filter(({ path }) => path !== '');
  const count =
    usage.unreadableCount - (usage.unreadable.length - parts.length);
  const more = count - parts.length;
  const advice = unreadableAdvice(parts, trans);
  return count > 0 ? (
    <details onToggle={unfoldIntoView}>
      <summary>
        <span aria-hidden="true">⚠ </span>
        {trans._n(
          '%2 part could not be read',
          '%2 parts could not be read',
          count,
          formatCount(count)
        )}
      </summary>
      <ul>
        {parts.map(part => (
          <li key={part.path}>
            <Name name={part.path} />
            {': '}
            <span>{unreadableText(part, trans)}</span>
          </li>
        ))}
        {more > 0 && (
          <li>
            {trans._n('and %2 more', 'and %2 more', more, formatCount(more))}
          </li>
        )}
      </ul>
      {advice.map(text => (
        <p key={text}>{text}</p>
      ))}
    </details>
  ) : null;
}

/** What the number takes from an earlier count. */
function Assumed({
  assumed,
  trans
}: {
  assumed: HomeAssumed;
  trans: TranslationBundle;
}): React.JSX.Element {
  const { directories, since } = assumed;
  return (
    <p
      className="jp-LeapQuiet"
      title={trans.__(
        'Nothing came into these folders or left them since. Files in them may have grown. Count again to read everything.'
      )}
    >
      {trans._n(
        '%2 unchanged folder is taken from the count of %3.',
        '%2 unchanged folders are taken from the count of %3.',
        directories,
        formatCount(directories),
        formatMoment(since, Date.now())
      )}
    </p>
  );
}
