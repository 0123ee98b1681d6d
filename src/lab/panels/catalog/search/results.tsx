import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { CatalogResults } from '../../../../contract';
import { visible } from '../../../visible';
import { NothingFound } from './nothing-found';
import { Result } from './result';
import { countText } from '../words';

interface IResultsProps {
  results: CatalogResults;
  /** Whether filters are on. */
  isFiltered: boolean;
  /** Where a missing data set is asked for. */
  requestUrl: string | null;
  /** The result that takes the focus when the list appears: the one its reader came back from. */
  focusedId: string | null;
  list: React.RefObject<HTMLUListElement>;
  trans: TranslationBundle;
  onOpen: (id: string) => void;
  onSearch: (text: string) => void;
  onClearFilters: () => void;
}

/**
 * What was found, best first. Arrows move, Enter opens.
 */
export function Results(props: IResultsProps): React.JSX.Element {
  const { results, focusedId, list, trans, onOpen } = props;
  const { hits, suggestion, total } = results;
  const cameBackTo = React.useRef(focusedId);
  React.useEffect(() => {
    const id = cameBackTo.current;
    if (id !== null) {
      const buttons = list.current?.querySelectorAll('button') ?? [];
      const same = [...buttons].find(button => button.dataset['id'] === id);
      (same ?? buttons[0])?.focus();
    }
  }, [list]);
  if (total === 0) {
    return <NothingFound {...props} />;
  }
  return (
    <>
      <p className="jp-LeapStatus" role="status">
        {suggestion !== null &&
          trans.__('Showing results for “%1”.', visible(suggestion))}{' '}
        {countText(results, props.isFiltered, trans)}
      </p>
      <ul
        ref={list}
        className="jp-LeapCatalog-results"
        aria-label={trans.__('Data sets')}
        onKeyDown={event => {
          moveFocus(event);
        }}
      >
        {hits.map(hit => (
          <li key={hit.id}>
            <Result hit={hit} trans={trans} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Arrow up on the first result goes back to the search box. */
function moveFocus(event: React.KeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget;
  const buttons = [...list.querySelectorAll('button')];
  const current = buttons.findIndex(button => button === event.target);
  const next = {
    ArrowDown: Math.min(current + 1, buttons.length - 1),
    ArrowUp: current - 1,
    Home: 0,
    End: buttons.length - 1
  }[event.key];
  if (next === undefined) {
    return;
  }
  event.preventDefault();
  if (next < 0) {
    list.parentElement?.querySelector('input')?.focus();
  } else {
    buttons[next]?.focus();
  }
}
