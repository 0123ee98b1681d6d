import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { CatalogHit, CatalogResults } from '../../../contract';
import { Button } from '../../components/button';
import { WebLink } from '../../components/web-link';
import { visible } from '../../visible';
import { countText, formatName } from './words';

interface IResultsProps {
  results: CatalogResults;
  /** Where a missing data set is asked for. */
  requestUrl: string | null;
  /** The result that takes the focus when the list appears: the one its reader came back from. */
  focusedId: string | null;
  list: React.RefObject<HTMLUListElement>;
  trans: TranslationBundle;
  onOpen: (id: string) => void;
  onSearch: (text: string) => void;
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
        {countText(results, trans)}
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

interface IResultProps {
  hit: CatalogHit;
  trans: TranslationBundle;
  onOpen: (id: string) => void;
}

function Result({ hit, trans, onOpen }: IResultProps): React.JSX.Element {
  const { id, title, summary, formats, storeCount } = hit;
  const kinds = formats.map(format => formatName(format, trans)).join(', ');
  return (
    <button
      type="button"
      className="jp-LeapCatalog-result"
      data-id={id}
      onClick={() => {
        onOpen(id);
      }}
    >
      <bdi className="jp-LeapCatalog-title">{visible(title)}</bdi>
      {summary !== '' && (
        <bdi className="jp-LeapCatalog-summary">{visible(summary)}</bdi>
      )}
      <span className="jp-LeapQuiet">
        {storeCount === 0
          ? trans.__('no stores listed')
          : trans._n('%2, %1 store', '%2, %1 stores', storeCount, kinds)}
      </span>
    </button>
  );
}

function NothingFound({
  results,
  requestUrl,
  trans,
  onSearch
}: IResultsProps): React.JSX.Element {
  const { query, suggestion } = results;
  return (
    <div className="jp-LeapCatalog-nothing">
      <p role="status">
        {query.trim() === ''
          ? trans.__('The catalog is empty.')
          : trans.__('Nothing found for “%1”.', visible(query.slice(0, 100)))}
      </p>
      <div className="jp-LeapCard-actions">
        {suggestion !== null && (
          <Button
            label={trans.__('Search for “%1”', visible(suggestion))}
            primary
            onClick={() => {
              onSearch(suggestion);
            }}
          />
        )}
        {query !== '' && (
          <Button
            label={trans.__('Show all data sets')}
            onClick={() => {
              onSearch('');
            }}
          />
        )}
      </div>
      {requestUrl !== null && (
        <p>
          <WebLink
            address={requestUrl}
            text={trans.__('Ask for a data set that is missing')}
            trans={trans}
          />
        </p>
      )}
    </div>
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
