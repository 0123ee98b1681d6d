import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import { pageAddress } from '../web-address';
import { WebLink } from './web-link';

interface IPageLinkProps {
  /** An address from outside, or a path on this host. */
  address: string;
  text: string;
  trans: TranslationBundle;
}

/**
 * A link to a page of the hub: on this host by its text alone, elsewhere with that host beside it.
 */
export function PageLink({
  address,
  text,
  trans
}: IPageLinkProps): React.JSX.Element {
  const { origin } = window.location;
  const url = pageAddress(address, origin);
  return url?.origin === origin ? (
    <a href={url.href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  ) : (
    <WebLink address={address} text={text} trans={trans} />
  );
}
