import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { Button } from '../../../components/button';
import { useSnapshot } from '../../../components/use-snapshot';
import { formatTime } from './clock-time';
import { ReadyLines } from './ready-lines';
import type { IGiven, TokenModel } from './token-model';
import { remainingText, tokenLines } from './token-text';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

interface IGivenTokenProps {
  given: IGiven;
  model: TokenModel;
  trans: TranslationBundle;
  onCopyAgain: () => void;
}

/**
 * A token that was given: until when it works, and lines to use it with. The token itself only when asked for.
 */
export function GivenToken({
  given,
  model,
  trans,
  onCopyAgain
}: IGivenTokenProps): React.JSX.Element {
  const { shown } = useSnapshot(model);
  return (
    <section aria-label={trans.__('Your token')}>
      <h4>{trans.__('Your token')}</h4>
      <div className="jp-LeapServer-line">
        <Countdown endsAtMs={given.endsAtMs} trans={trans} />
        <div className="jp-LeapCard-actions">
          <Button label={trans.__('Copy Again')} onClick={onCopyAgain} />
          <Button
            label={shown === null ? trans.__('Show') : trans.__('Hide')}
            title={trans.__('Show the token on screen for half a minute')}
            onClick={() => {
              if (shown === null) {
                model.show();
              } else {
                model.hide();
              }
            }}
          />
        </div>
      </div>
      {shown !== null && <ShownToken token={shown} trans={trans} />}
      <p className="jp-LeapQuiet">
        {trans.__(
          'On the other computer. FILE is a file there; the token is read from the variable LEAP_TOKEN.'
        )}
      </p>
      <ReadyLines lines={tokenLines(given.wish, trans)} trans={trans} />
    </section>
  );
}

function ShownToken({
  token,
  trans
}: {
  token: string;
  trans: TranslationBundle;
}): React.JSX.Element {
  return (
    <textarea
      className="jp-LeapInput jp-LeapAccess-token"
      readOnly
      rows={3}
      spellCheck={false}
      autoComplete="off"
      aria-label={trans.__('Token')}
      value={token}
      onFocus={event => {
        event.target.select();
      }}
    />
  );
}

/** Until when a token works, kept true while it is on screen. */
function Countdown({
  endsAtMs,
  trans
}: {
  endsAtMs: number;
  trans: TranslationBundle;
}): React.JSX.Element {
  const [now, setNow] = React.useState(() => Date.now());
  React.useEffect(() => {
    const timer = setTimeout(
      () => {
        setNow(Date.now());
      },
      untilNextWord(endsAtMs - now)
    );
    return () => {
      clearTimeout(timer);
    };
  }, [endsAtMs, now]);
  return (
    <span className="jp-LeapAccess-countdown" role="timer" aria-live="off">
      {trans.__(
        'Ends at %1, in %2',
        formatTime(endsAtMs),
        remainingText(endsAtMs - now, trans)
      )}
    </span>
  );
}

/** Minutes change once a minute, the last one by the second. */
function untilNextWord(remainingMs: number): number {
  return remainingMs > MINUTE_MS
    ? (remainingMs % MINUTE_MS) + SECOND_MS
    : SECOND_MS;
}
