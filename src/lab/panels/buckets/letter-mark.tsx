import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import { letterForm } from '../../visible';

interface ILetterMarkProps {
  readonly name: string;
  readonly trans: TranslationBundle;
}

/**
 * A small mark behind a name that may look like another one: `café` with one letter at its end, and with two.
 */
export function LetterMark({
  name,
  trans
}: ILetterMarkProps): React.JSX.Element | null {
  const form = letterForm(name);
  return (
    form && (
      <small className="jp-LeapEntries-form" title={letterText(name, trans)}>
        {form === 'apart' ? trans.__('NFD') : trans.__('not NFC')}
      </small>
    )
  );
}

/**
 * What that mark means; empty: the name has none.
 */
export function letterText(name: string, trans: TranslationBundle): string {
  switch (letterForm(name)) {
    case 'apart':
      return trans.__(
        'Accents are stored apart from their letters here (Unicode NFD). A name that looks the same may be another one.'
      );
    case 'mixed':
      return trans.__(
        'Some letters are stored in an unusual form here (not Unicode NFC). A name that looks the same may be another one.'
      );
    case null:
      return '';
  }
}
