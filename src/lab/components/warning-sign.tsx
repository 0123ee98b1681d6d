import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';

/**
 * The sign before a sentence that warns: colour alone would not reach everybody.
 */
export function WarningSign({
  trans
}: {
  trans: TranslationBundle;
}): React.JSX.Element {
  return (
    <span role="img" aria-label={trans.__('Warning')}>
      ⚠{' '}
    </span>
  );
}
