import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import { visible } from '../visible';
import { webAddress } from '../web-address';

interface IWebLinkProps {
  /** An address from outside. */
  address: string;
  text: string;
  trans: TranslationBundle;
}

/**
 * A link to another site with that site's name beside it, where the text is not the address itself; an address that is
 * not safe to open is text alone.
 */
export function WebLink({
  address,
  text,
  trans
}: IWebLinkProps): React.JSX.Element {
  const url = webAddress(address);
  if (url === null) {
    return (
      <span>
        {visible(text)}{' '}
        <span className="jp-mod-quiet">
          {trans.__('(its address is not safe to open)')}
        </span>
      </span>
    );
  }
  return (
    <span>
      <a href={url.href} target="_blank" rel="noopener noreferrer">
        {visible(text)}
      </a>
      {text !== url.href && (
        <>
          {' '}
          <span className="jp-mod-quiet">{visible(url.host)}</span>
        </>
      )}
    </span>
  );
}
