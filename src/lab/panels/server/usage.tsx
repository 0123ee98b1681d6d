import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import { UsageBar } from '../../components/usage-bar';
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
        <UsageBar
          label={label}
          text={amount}
          used={Math.round(share * 100)}
          limit={100}
          tone={isTight ? 'tight' : 'calm'}
        />
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
