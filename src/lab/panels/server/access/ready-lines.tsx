import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import { copyText } from '../../../clipboard';
import { Button } from '../../../components/button';
import type { IReadyLine } from './lasting-text';

interface IReadyLinesProps {
  lines: readonly IReadyLine[];
  trans: TranslationBundle;
}

/**
 * Lines of code ready to copy.
 */
export function ReadyLines({
  lines,
  trans
}: IReadyLinesProps): React.JSX.Element {
  return (
    <ul className="jp-LeapAccess-lines">
      {lines.map(({ label, code }) => (
        <li key={label}>
          <div className="jp-LeapServer-line">
            <span>{label}</span>
            <Button
              label={trans.__('Copy')}
              title={trans.__('Copy: %1', label)}
              onClick={() => {
                void copyText(code, trans);
              }}
            />
          </div>
          <code className="jp-LeapCode">{code}</code>
        </li>
      ))}
    </ul>
  );
}
