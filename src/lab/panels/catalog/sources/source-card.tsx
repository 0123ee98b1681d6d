import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { CatalogSource, CatalogSummary } from '../../../../contract';
import { Age } from '../../../components/age';
import { Button } from '../../../components/button';
import { WebLink } from '../../../components/web-link';
import { visible } from '../../../visible';
import { SkippedParts } from './skipped-parts';
import { amountText, catalogFormText, sourceBadge } from './source-words';

interface ISourceCardProps {
  source: CatalogSource;
  /** Parts of it that could not be read. */
  skipped: CatalogSummary['skipped'];
  /** There is no other, so that all results are its. */
  isOnly: boolean;
  trans: TranslationBundle;
  onShow: () => void;
  onRemove: () => void;
}

/**
 * One source: what it is, how much is in it, how old it is, and why it is not read.
 */
export function SourceCard({
  source,
  skipped,
  isOnly,
  trans,
  onShow,
  onRemove
}: ISourceCardProps): React.JSX.Element {
  const { address, name, isOwn, form, confirmedAt, problem } = source;
  const { mark, text, level } = sourceBadge(source, trans);
  const isEmpty = source.datasets === 0;
  return (
    <li className="jp-LeapCard">
      <strong>
        <bdi>{visible(name)}</bdi>
      </strong>
      <span className={`jp-LeapCatalog-badge jp-mod-${level}`}>
        <span aria-hidden="true">{mark} </span>
        {text}
        {confirmedAt !== null && (
          <>
            {', '}
            <Age at={confirmedAt} trans={trans} />
          </>
        )}
      </span>
      {problem !== null && source.state !== 'asked' && (
        <p>{visible(problem)}</p>
      )}
      <p className="jp-LeapQuiet">
        {[
          ...(form === null ? [] : [catalogFormText(form, trans)]),
          ...(isEmpty ? [] : [amountText(source, trans)]),
          isOwn ? trans.__('added by you') : trans.__('set up by this hub')
        ].join(' · ')}
      </p>
      <p className="jp-LeapCatalog-address">
        {/^https?:/i.test(address) ? (
          <WebLink address={address} text={address} trans={trans} />
        ) : (
          <bdi>{visible(address)}</bdi>
        )}
      </p>
      <SkippedParts count={source.skippedCount} parts={skipped} trans={trans} />
      <div className="jp-LeapCard-actions">
        {!isEmpty && !isOnly && (
          <Button
            label={trans.__('Show Its Data Sets')}
            name={trans.__('Show the data sets of %1', visible(name))}
            onClick={onShow}
          />
        )}
        {isOwn && (
          <Button
            label={trans.__('Remove')}
            name={trans.__('Remove %1', visible(name))}
            title={trans.__('Search this catalog no more; its file stays')}
            onClick={onRemove}
          />
        )}
      </div>
    </li>
  );
}
