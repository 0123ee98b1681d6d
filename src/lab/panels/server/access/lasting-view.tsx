import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Bucket, ServerDescription } from '../../../../contract';
import { copyText } from '../../../clipboard';
import { Button } from '../../../components/button';
import { WebLink } from '../../../components/web-link';
import { visible } from '../../../visible';
import { ownFolder } from './folder-field';
import { LastingForm, wishOf, type LastingDraft } from './lasting-form';
import { lastingLines, requestText, warnings } from './lasting-text';
import { ReadyLines } from './ready-lines';

interface ILastingViewProps {
  server: ServerDescription;
  buckets: readonly Bucket[];
  trans: TranslationBundle;
}

/**
 * Lasting access: who gives it, the message that asks for it, what not to do, and lines for when it was given.
 */
export function LastingView({
  server,
  buckets,
  trans
}: ILastingViewProps): React.JSX.Element {
  const [draft, setDraft] = React.useState<LastingDraft>(() => ({
    who: 'person',
    account: '',
    folder: ownFolder(buckets),
    access: 'read',
    purpose: ''
  }));
  const wish = wishOf(draft);
  const text = requestText(wish, server.user, trans);
  return (
    <div className="jp-LeapAccess">
      <p>
        {trans.__(
          'Lasting access is given by people: ask %1.',
          server.support.name
        )}{' '}
        <Contact support={server.support} text={text} trans={trans} />
      </p>
      <LastingForm
        draft={draft}
        buckets={buckets}
        onChange={setDraft}
        trans={trans}
      />
      <Message text={text} trans={trans} />
      <h4>{trans.__('What not to do')}</h4>
      <ul className="jp-LeapAccess-warnings">
        {warnings(wish.who, trans).map(warning => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
      <h4>{trans.__('When access was given')}</h4>
      <ReadyLines lines={lastingLines(wish.folder, trans)} trans={trans} />
    </div>
  );
}

function Message({
  text,
  trans
}: Pick<ILastingViewProps, 'trans'> & { text: string }): React.JSX.Element {
  return (
    <>
      <h4>{trans.__('Message to send')}</h4>
      <code className="jp-LeapCode" role="note">
        {text.split('\n').map(visible).join('\n')}
      </code>
      <Button
        label={trans.__('Copy Message')}
        primary
        onClick={() => {
          void copyText(text, trans);
        }}
      />
    </>
  );
}

/** Where to ask: a page, an e-mail with the message in it, or nothing where the configuration names neither. */
function Contact({
  support,
  text,
  trans
}: {
  support: ServerDescription['support'];
  text: string;
  trans: TranslationBundle;
}): React.JSX.Element {
  const { url, email } = support;
  return (
    <>
      {url !== null && (
        <WebLink
          address={url}
          text={trans.__('How to reach them')}
          trans={trans}
        />
      )}{' '}
      {email !== null && (
        <a
          href={`mailto:${encodeURIComponent(email)}?body=${encodeURIComponent(text)}`}
        >
          {email}
        </a>
      )}
    </>
  );
}
