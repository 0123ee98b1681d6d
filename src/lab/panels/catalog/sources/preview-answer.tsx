import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { LeapError } from '../../../../contract';
import { Failure } from '../../../components/failure';
import { useSnapshot } from '../../../components/use-snapshot';
import { visible } from '../../../visible';
import type { OwnSources } from './own-sources';
import { PreviewCard } from './preview-card';
import type { SourcePreviewModel } from './source-preview';

interface IPreviewAnswerProps {
  own: OwnSources;
  preview: SourcePreviewModel;
  /** The address that was added last; null: none, or the user looked at another since. */
  added: string | null;
  trans: TranslationBundle;
  onRetry: () => void;
  onAdd: (address: string) => void;
}

/**
 * What came of looking at a catalog: that it is being read, why it cannot be added, or what is in it.
 */
export function PreviewAnswer({
  own,
  preview,
  added,
  trans,
  onRetry,
  onAdd
}: IPreviewAnswerProps): React.JSX.Element {
  const { found } = useSnapshot(preview);
  const addresses = useSnapshot(own);
  return (
    <>
      <News
        isReading={found.status === 'loading'}
        added={added !== null && addresses.includes(added) ? added : null}
        trans={trans}
      />
      {found.status === 'failed' && (
        <Refused error={found.error} trans={trans} onRetry={onRetry} />
      )}
      {found.value && (
        <PreviewCard
          found={found.value}
          isKnown={addresses.includes(found.value.address)}
          isFull={own.isFull}
          trans={trans}
          onAdd={onAdd}
        />
      )}
    </>
  );
}

function News({
  isReading,
  added,
  trans
}: {
  isReading: boolean;
  added: string | null;
  trans: TranslationBundle;
}): React.JSX.Element {
  return (
    <div role="status">
      {isReading && (
        <p className="jp-LeapSkeleton">{trans.__('Reading it…')}</p>
      )}
      {added !== null && <p>{trans.__('Added: %1', visible(added))}</p>}
    </div>
  );
}

/** The service says why in words; what helps is another address, or another try. */
function Refused({
  error,
  trans,
  onRetry
}: {
  error: LeapError;
  trans: TranslationBundle;
  onRetry: () => void;
}): React.JSX.Element {
  const mayHelp = error.retryable && error.code !== 'bad-upstream';
  return mayHelp ? (
    <Failure
      error={error}
      trans={trans}
      next={trans.__('Check the address, or retry in a moment.')}
      onRetry={onRetry}
    />
  ) : (
    <div className="jp-LeapCard jp-mod-failure" role="alert">
      <strong>{trans.__('This cannot be added')}</strong>
      <p>{visible(error.message)}</p>
    </div>
  );
}
