import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { HomeUsage, UnreadablePart } from '../../../contract';
import type { IHomeState } from './state';
import { unreadableAdvice, unreadableText } from './reasons';

interface INoticesProps {
  state: IHomeState;
  usage: HomeUsage;
  trans: TranslationBundle;
}

/**
 * What is unusual about this home as a whole, each with what to do: it is not kept, it cannot be written or read.
 */
export function Notices({
  state: { isKept, isWritable, homeDirectory },
  usage,
  trans
}: INoticesProps): React.JSX.Element {
  const closed = usage.unreadable.find(({ path }) => path === '');
  return (
    <>
      {!isKept && (
        <Notice
          title={trans.__('This hub keeps no home')}
          text={trans.__(
            'What is saved here is gone when this server stops. Download what you need, or copy it to a bucket.'
          )}
        />
      )}
      {!isWritable && (
        <Notice
          title={trans.__('Your home is read-only')}
          text={trans.__(
            'Nothing can be saved or deleted. Restart your server; if that does not help, ask the person who runs this hub.'
          )}
        />
      )}
      {closed && (
        <Notice
          title={trans.__('Your home could not be read')}
          text={trans.__(
            '%1: %2. %3',
            homeDirectory ?? '~',
            unreadableText(closed, trans),
            closedHomeAdvice(closed, trans)
          )}
        />
      )}
    </>
  );
}

/** What a reader can do about a home that is closed to them. */
function closedHomeAdvice(
  closed: UnreadablePart,
  trans: TranslationBundle
): string {
  if (closed.owner && !closed.owner.isYou) {
    return trans.__('The person who runs this hub can give it back to you.');
  }
  const known = unreadableAdvice([closed], trans);
  return known.length > 0
    ? known.join(' ')
    : trans.__(
        'Try again; if that does not help, ask the person who runs this hub.'
      );
}

function Notice({
  title,
  text
}: {
  title: string;
  text: string;
}): React.JSX.Element {
  return (
    <div className="jp-LeapCard jp-mod-warning" role="status">
      <strong>
        <span aria-hidden="true">⚠ </span>
        {title}
      </strong>
      <p>{text}</p>
    </div>
  );
}
