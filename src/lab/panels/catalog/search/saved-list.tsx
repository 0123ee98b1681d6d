import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import { CommandButton } from '../../../components/button';
import { useSnapshot } from '../../../components/use-snapshot';
import { CommandIDs } from '../../../commands';
import { formatCount } from '../../../format';
import { visible } from '../../../visible';
import { filterText } from './facet-words';
import type { SavedSearches } from './saved-searches';
import { writeSearch, type ICatalogSearch } from './search-state';

interface ISavedListProps {
  saved: SavedSearches;
  commands: CommandRegistry;
  trans: TranslationBundle;
  onOpen: (search: ICatalogSearch) => void;
}

/**
 * Searches that were kept, to be asked again with one click; and the search at hand, to be kept or handed on.
 */
export function SavedList({
  saved,
  commands,
  trans,
  onOpen
}: ISavedListProps): React.JSX.Element {
  const searches = useSnapshot(saved);
  return (
    <details className="jp-LeapNotes">
      <summary>
        {searches.length === 0
          ? trans.__('Saved searches')
          : trans.__('Saved searches (%1)', formatCount(searches.length))}
      </summary>
      <ul className="jp-LeapCatalog-saved">
        {searches.map(search => {
          const name = searchText(search, trans);
          return (
            <li key={writeSearch(search)}>
              <button
                type="button"
                className="jp-LeapCatalog-savedSearch"
                onClick={() => {
                  onOpen(search);
                }}
              >
                <bdi>{name}</bdi>
              </button>
              <button
                type="button"
                className="jp-LeapCatalog-remove"
                title={trans.__('Forget this search')}
                aria-label={trans.__('Forget the search %1', name)}
                onClick={() => {
                  void saved.remove(search);
                }}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div className="jp-LeapCard-actions">
        <CommandButton commands={commands} id={CommandIDs.saveCatalogSearch} />
        <CommandButton commands={commands} id={CommandIDs.copyCatalogLink} />
      </div>
    </details>
  );
}

/** What a search is for, in a line. */
function searchText(
  { text, filters }: ICatalogSearch,
  trans: TranslationBundle
): string {
  const words = text.trim() === '' ? [] : [visible(text.trim())];
  const chosen = filters.map(filter => filterText(filter, [], trans));
  return [...words, ...chosen].join(' · ') || trans.__('All data sets');
}
