import { caretDownIcon, caretUpIcon } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { useKeptFocus } from '../../components/kept-focus';

interface IAsideProps {
  /** Where the focus goes when a button in here disappears. */
  readonly grid: React.RefObject<HTMLElement>;
  readonly trans: TranslationBundle;
  readonly children: React.ReactNode;
}

/**
 * The lower part of the section: what there is to say about the list and about the entry that is chosen.
 *
 * It is as high whatever is in it, so that what comes and goes here never moves a row under the pointer. Who wants to
 * read more of it makes it higher.
 */
export function Aside({
  grid,
  trans,
  children
}: IAsideProps): React.JSX.Element {
  const below = React.useRef<HTMLDivElement>(null);
  const kept = useKeptFocus(below, () => grid.current);
  const [isHigh, setHigh] = React.useState(false);
  const Caret = isHigh ? caretDownIcon : caretUpIcon;
  return (
    <div className={`jp-LeapBuckets-aside${isHigh ? ' jp-mod-high' : ''}`}>
      <button
        type="button"
        className="jp-LeapBuckets-higher"
        aria-expanded={isHigh}
        aria-label={trans.__('More room for details')}
        title={
          isHigh
            ? trans.__('More room for the list')
            : trans.__('More room for details')
        }
        onClick={() => {
          setHigh(!isHigh);
        }}
      >
        <Caret.react tag="span" className="jp-LeapBuckets-mark" />
      </button>
      <div ref={below} {...kept} className="jp-LeapBuckets-below">
        {children}
      </div>
    </div>
  );
}
