import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import { WarningSign } from '../../components/warning-sign';
import type { IUsageText } from './words';

interface IUsageProps {
  label: string;
  text: IUsageText;
  trans: TranslationBundle;
}

/**
 * One resource: its name, the number, a bar where there is a limit, and what it means.
 */
export function Usage({ label, text, trans }: IUsageProps): React.JSX.Element {
  const { amount, meaning, hint, share, isTight } = text;
  return (
    <div className="jp-LeapServer-usage">
      <div className="jp-LeapServer-line">
        <span>{label}</span>
        <strong title={hint ?? undefined}>{amount}</strong>
      </div>
      {share !== null && (
        <div
          className="jp-LeapMeter-bar"
          role="meter"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          aria-valuetext={amount}
          data-level={isTight ? '95' : 'none'}
        >
          <div
            className="jp-LeapMeter-used"
            style={{ width: `${String(share * 100)}%` }}
          />
        </div>
      )}
      {meaning !== null && (
        <p className={isTight ? 'jp-mod-warning' : 'jp-LeapQuiet'}>
          {isTight && <WarningSign trans={trans} />}
          {meaning}
        </p>
      )}
    </div>
  );
}
