import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { HubLink } from '../../../../contract';
import { visible } from '../../../visible';
import { pageAddress } from '../../../web-address';
import { linkText } from '../words';

interface IHubLinksProps {
  links: readonly HubLink[];
  /** Where the browser is, `https://hub.example.org`: paths are on that host. */
  origin: string;
  trans: TranslationBundle;
}

/**
 * The pages of the hub, each in a tab of its own; the name of another host stands beside its link.
 */
export function HubLinks({
  links,
  origin,
  trans
}: IHubLinksProps): React.JSX.Element | null {
  const shown = links.flatMap(({ kind, address }) => {
    const url = pageAddress(address, origin);
    return url === null ? [] : [{ kind, url }];
  });
  return shown.length === 0 ? null : (
    <ul className="jp-LeapServer-links" aria-label={trans.__('Pages')}>
      {shown.map(({ kind, url }) => (
        <li key={kind}>
          <a href={url.href} target="_blank" rel="noopener noreferrer">
            {linkText(kind, trans)}
          </a>{' '}
          {url.origin !== origin && (
            <span className="jp-mod-quiet">{visible(url.host)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
