import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { LeapError } from '../../contract';
import { copyText } from '../clipboard';
import { failureText } from '../failure-text';
import { Button } from './button';

interface IFailureProps {
  error: LeapError;
  trans: TranslationBundle;
  /** What to do, where more is known of it than the code says. */
  next?: string | undefined;
  onRetry?: (() => void) | undefined;
}

/**
 * What went wrong, what it means and what to do next. Announced at once by screen readers.
 */
export function Failure({
  error,
  trans,
  next,
  onRetry
}: IFailureProps): React.JSX.Element {
  const text = failureText(error, trans);
  return (
    <div className="jp-LeapCard jp-mod-failure" role="alert">
      <strong>{text.title}</strong>
      <p>{error.message}</p>
      <p>{next ?? text.next}</p>
      <div className="jp-LeapCard-actions">
        <WayOut error={error} trans={trans} onRetry={onRetry} />
        <Button
          label={trans.__('Copy details')}
          title={trans.__('Copy the code and the request id, for a report')}
          onClick={() => {
            void copyText(details(error), trans);
          }}
        />
      </div>
    </div>
  );
}

/** Asking again helps nobody whom the server does not know any more. */
function WayOut({
  error,
  trans,
  onRetry
}: IFailureProps): React.JSX.Element | null {
  if (error.code === 'not-signed-in') {
    return (
      <Button
        label={trans.__('Reload')}
        title={trans.__(
          'Load this page again; what is not saved is asked about'
        )}
        onClick={() => {
          window.location.reload();
        }}
        primary
      />
    );
  }
  return onRetry ? (
    <Button label={trans.__('Retry')} onClick={onRetry} primary />
  ) : null;
}

function details(error: LeapError): string {
  return JSON.stringify({
    code: error.code,
    message: error.message,
    requestId: error.requestId,
    at: new Date().toISOString()
  });
}
