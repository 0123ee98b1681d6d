import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Bucket, ServerDescription } from '../../../contract';
import { copyText } from '../../clipboard';
import { Button } from '../../components/button';
import { WebLink } from '../../components/web-link';
import { visible } from '../../visible';
import { Choice } from './choice';
import { FolderField, folderUrl, ownFolder } from './folder-field';
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
  const id = React.useId();
  const [who, setWho] = React.useState<'person' | 'program'>('person');
  const [access, setAccess] = React.useState<'read' | 'write'>('read');
  const [account, setAccount] = React.useState('');
  const [purpose, setPurpose] = React.useState('');
  const [folder, setFolder] = React.useState(() => ownFolder(buckets));
  const url = folderUrl(folder);
  const wish = { who, account, folder: url, access, purpose };
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
      <Choice
        label={trans.__('For')}
        value={who}
        onChange={setWho}
        options={[
          ['person', trans.__('me, by a Google Group')],
          ['program', trans.__('a program, by a service account')]
        ]}
      />
      <label htmlFor={`${id}-account`}>
        {who === 'person'
          ? trans.__('Your Google account (a Gmail address)')
          : trans.__('Repository of the program')}
      </label>
      <input
        id={`${id}-account`}
        className="jp-LeapInput"
        value={account}
        maxLength={256}
        onChange={event => {
          setAccount(event.target.value);
        }}
      />
      <FolderField
        buckets={buckets}
        folder={folder}
        onChange={setFolder}
        trans={trans}
      />
      <Choice
        label={trans.__('Access')}
        value={access}
        onChange={setAccess}
        options={[
          ['read', trans.__('read')],
          ['write', trans.__('read and write')]
        ]}
      />
      <label htmlFor={`${id}-purpose`}>
        {trans.__('What it is needed for')}
      </label>
      <input
        id={`${id}-purpose`}
        className="jp-LeapInput"
        value={purpose}
        maxLength={500}
        onChange={event => {
          setPurpose(event.target.value);
        }}
      />
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
      <h4>{trans.__('What not to do')}</h4>
      <ul className="jp-LeapAccess-warnings">
        {warnings(who, trans).map(warning => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
      <h4>{trans.__('When access was given')}</h4>
      <ReadyLines lines={lastingLines(url, trans)} trans={trans} />
    </div>
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
