import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { formatCount } from '../format';
import { Button } from './button';

interface IFoldedListProps {
  /** As many are shown until more are wanted. */
  shown: number;
  /** What is shown, an element each. */
  items: readonly React.JSX.Element[];
  trans: TranslationBundle;
  /** Around the button, where the list's own elements need it. */
  as?: 'li' | 'div';
}

/**
 * The first elements of a long list, and a button for the rest.
 */
export function FoldedList({
  shown,
  items,
  trans,
  as: Around = 'div'
}: IFoldedListProps): React.JSX.Element {
  const [isWhole, setWhole] = React.useState(false);
  const hidden = isWhole ? 0 : Math.max(items.length - shown, 0);
  return (
    <>
      {hidden === 0 ? items : items.slice(0, shown)}
      {hidden > 0 && (
        <Around>
          <Button
            label={trans.__('Show %1 More', formatCount(hidden))}
            onClick={() => {
              setWhole(true);
            }}
          />
        </Around>
      )}
    </>
  );
}
