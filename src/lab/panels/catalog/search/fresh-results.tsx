import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { Button } from '../../../components/button';

interface IFreshResultsProps {
  /** There is something to take up. */
  isFresh: boolean;
  /** What holds chips and rows, which may move. */
  place: React.RefObject<HTMLElement>;
  trans: TranslationBundle;
  onTake: () => void;
}

/**
 * Takes up what was read of stores meanwhile. Rows would move: so at once where nobody points at one, else when its
 * reader says so or leaves.
 */
export function FreshResults({
  isFresh,
  place,
  trans,
  onTake
}: IFreshResultsProps): React.JSX.Element | null {
  const isHeld = useHeld(place);
  React.useEffect(() => {
    if (isFresh && !isHeld) {
      onTake();
    }
  }, [isFresh, isHeld, onTake]);
  return isFresh && isHeld ? (
    <div className="jp-LeapCatalog-fresh" role="status">
      <span>{trans.__('More is known of these data sets.')}</span>
      <Button label={trans.__('Show')} onClick={onTake} />
    </div>
  ) : null;
}

/** Whether somebody points at something in an element, or is at one of its controls; typing moves nothing. */
function useHeld(element: React.RefObject<HTMLElement>): boolean {
  const [isPointed, setPointed] = React.useState(false);
  const [isFocused, setFocused] = React.useState(false);
  React.useEffect(() => {
    const node = element.current;
    if (!node) {
      return;
    }
    setPointed(node.matches(':hover'));
    setFocused(isAtControl(node));
    const listeners: Record<string, () => void> = {
      pointerenter: () => {
        setPointed(true);
      },
      pointerleave: () => {
        setPointed(false);
      },
      focusin: () => {
        setFocused(isAtControl(node));
      },
      focusout: () => {
        setFocused(false);
      }
    };
    for (const [type, listener] of Object.entries(listeners)) {
      node.addEventListener(type, listener);
    }
    return () => {
      for (const [type, listener] of Object.entries(listeners)) {
        node.removeEventListener(type, listener);
      }
    };
  }, [element]);
  return isPointed || isFocused;
}

function isAtControl(node: HTMLElement): boolean {
  const { activeElement } = document;
  return (
    node.contains(activeElement) && !activeElement?.matches('[type=search]')
  );
}
