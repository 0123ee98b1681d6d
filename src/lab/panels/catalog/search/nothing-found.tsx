import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { CatalogResults } from '../../../../contract';
import { Button } from '../../../components/button';
import { WebLink } from '../../../components/web-link';
import { visible } from '../../../visible';
import { requestAddress } from '../describe/request-address';

interface INothingFoundProps {
  results: CatalogResults;
  /** Whether filters are on. */
  isFiltered: boolean;
  /** Where a missing data set is asked for. */
  requestUrl: string | null;
  trans: TranslationBundle;
  onSearch: (text: string) => void;
  onClearFilters: () => void;
}

/**
 * What to do when nothing was found: the nearest spelling, fewer filters, everything, or to ask for it.
 */
export function NothingFound({
  results: { query, suggestion },
  isFiltered,
  requestUrl,
  trans,
  onSearch,
  onClearFilters
}: INothingFoundProps): React.JSX.Element {
  return (
    <div>
      <p role="status">{statusText(query, isFiltered, trans)}</p>
      <div className="jp-LeapCard-actions">
        {isFiltered && (
          <Button
            label={trans.__('Clear filters')}
            primary
            onClick={onClearFilters}
          />
        )}
        {suggestion !== null && (
          <Button
            label={trans.__('Search for “%1”', visible(suggestion))}
            primary={!isFiltered}
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
            address={requestAddress(requestUrl, query) ?? requestUrl}
            text={trans.__('Ask for a data set that is missing')}
            trans={trans}
          />
        </p>
      )}
    </div>
  );
}

function statusText(
  query: string,
  isFiltered: boolean,
  trans: TranslationBundle
): string {
  const text = visible(query.trim().slice(0, 100));
  if (isFiltered) {
    return text === ''
      ? trans.__('No data set fits all filters.')
      : trans.__('Nothing found for “%1” that fits the filters.', text);
  }
  return text === ''
    ? trans.__('The catalog is empty.')
    : trans.__('Nothing found for “%1”.', text);
}
