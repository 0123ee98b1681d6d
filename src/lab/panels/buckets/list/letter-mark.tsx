import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import { letterForm } from '../../../visible';

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
  const mark = letterMark(name, trans);
  return mark === '' ? null : (
    <small className="jp-LeapEntries-form" title={letterText(name, trans)}>
      {mark}
    </small>
  );
}

/**
 * What that mark says; empty: the name has none.
 */
export function letterMark(name: string, trans: TranslationBundle): string {
  switch (letterForm(name)) {
    case 'apart':
      return trans.__('NFD');
    case 'mixed':
      return trans.__('not NFC');
    case null:
      return '';
  }
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
