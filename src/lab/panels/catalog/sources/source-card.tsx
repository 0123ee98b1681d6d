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
export function SourceCard(props: ISourceCardProps): React.JSX.Element {
  const { source, skipped, trans } = props;
  const { address, name, isOwn, form, problem } = source;
  return (
    <li className="jp-LeapCard">
      <strong>
        <bdi>{visible(name)}</bdi>
      </strong>
      <Badge source={source} trans={trans} />
      {problem !== null && source.state !== 'asked' && (
        <p>{visible(problem)}</p>
      )}
      <p className="jp-LeapQuiet">
        {[
          ...(form === null ? [] : [catalogFormText(form, trans)]),
          ...(source.datasets === 0 ? [] : [amountText(source, trans)]),
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
      <Actions {...props} />
    </li>
  );
}

/** Whether it is read, and how old the copy is. */
function Badge({
  source,
  trans
}: Pick<ISourceCardProps, 'source' | 'trans'>): React.JSX.Element {
  const { mark, text, level } = sourceBadge(source, trans);
  return (
    <span className={`jp-LeapCatalog-badge jp-mod-${level}`}>
      <span aria-hidden="true">{mark} </span>
      {text}
      {source.confirmedAt !== null && (
        <>
          {', '}
          <Age at={source.confirmedAt} trans={trans} />
        </>
      )}
    </span>
  );
}

function Actions({
  source,
  isOnly,
  trans,
  onShow,
  onRemove
}: ISourceCardProps): React.JSX.Element {
  const { name, isOwn, datasets } = source;
  return (
    <div className="jp-LeapCard-actions">
      {datasets !== 0 && !isOnly && (
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
  );
}
