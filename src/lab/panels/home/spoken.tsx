import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { HomeLimits, HomeUsage } from '../../../contract';
import { useSnapshot } from '../../components/use-snapshot';
import { formatCount } from '../../format';
import type { Choice } from './choice';
import type { Order } from './tree/order';
import { isCounting, type IHomeState } from './state';
import { headline } from './words';

/** The numbers on screen change ten times a second: nobody can listen to that. */
const PACE_MS = 10_000;

interface ISpokenProps {
  state: IHomeState;
  usage: HomeUsage;
  limits: HomeLimits;
  order: Choice<Order>;
  trans: TranslationBundle;
}

/**
 * What a screen reader says of what others see change: that a count runs and what it came to, and a new order.
 */
export function Spoken(props: ISpokenProps): React.JSX.Element {
  return (
    <div className="jp-LeapHome-spoken">
      <span role="status">{useCountWords(props)}</span>
      <span role="status">{useOrderWords(props)}</span>
    </div>
  );
}

function useCountWords({ state, usage, limits, trans }: ISpokenProps): string {
  const [text, setText] = React.useState('');
  const isRunning = isCounting(state, usage);
  const latest = React.useRef(text);
  latest.current = isRunning
    ? soFar(state.progress?.files ?? 0, trans)
    : outcome(state, headline(usage, limits, trans), trans);
  React.useEffect(() => {
    if (!isRunning) {
      return;
    }
    setText(trans.__('Counting your home…'));
    const timer = setInterval(() => {
      setText(latest.current);
    }, PACE_MS);
    return () => {
      clearInterval(timer);
      setText(latest.current);
    };
  }, [isRunning, trans]);
  return text;
}

function soFar(files: number, trans: TranslationBundle): string {
  return trans._n(
    'Still counting, %2 file',
    'Still counting, %2 files',
    files,
    formatCount(files)
  );
}

/** A failure has an alert of its own. */
function outcome(
  { usage }: IHomeState,
  text: string,
  trans: TranslationBundle
): string {
  if (usage.status === 'ready') {
    return trans.__('Count finished: %1.', text);
  }
  return usage.status === 'failed' && usage.error.code === 'cancelled'
    ? trans.__('Count stopped.')
    : '';
}

/** Nothing until the reader sorts anew. */
function useOrderWords({ order, trans }: ISpokenProps): string {
  const sortedBy = useSnapshot(order);
  const first = React.useRef(sortedBy);
  const hasChanged = React.useRef(false);
  hasChanged.current ||= sortedBy !== first.current;
  return hasChanged.current ? orderText(sortedBy, trans) : '';
}

function orderText(order: Order, trans: TranslationBundle): string {
  switch (order) {
    case 'size':
      return trans.__('Sorted by size, largest first');
    case 'files':
      return trans.__('Sorted by number of files, most first');
    case 'changed':
      return trans.__('Sorted by change, newest first');
    case 'name':
      return trans.__('Sorted by name');
  }
}
