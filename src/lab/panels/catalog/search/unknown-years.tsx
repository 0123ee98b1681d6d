import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import { UNKNOWN, type CatalogFilter, type Facet } from '../../../../contract';
import { Button } from '../../../components/button';
import { formatCount } from '../../../format';
import { coveredBy } from './search-state';

interface IUnknownYearsProps {
  facets: readonly Facet[];
  filters: readonly CatalogFilter[];
  trans: TranslationBundle;
  onToggle: (filter: CatalogFilter) => void;
}

/** Data sets that nothing says the years of. */
const NOT_KNOWN: CatalogFilter = { facet: 'period', value: UNKNOWN };

/**
 * How many data sets may cover the years that are asked for, though nothing says so, and the way to them.
 */
export function UnknownYears({
  facets,
  filters,
  trans,
  onToggle
}: IUnknownYearsProps): React.JSX.Element | null {
  const { facet: name, value: wanted } = NOT_KNOWN;
  const values = facets.find(facet => facet.name === name)?.values ?? [];
  const many = values.find(({ value }) => value === wanted)?.count ?? 0;
  const isShown = filters.some(
    ({ facet, value }) => facet === name && value === wanted
  );
  return coveredBy(filters) === null || many === 0 || isShown ? null : (
    <div className="jp-LeapStatus">
      <span>
        {trans._n(
          'Nothing says which years %2 other data set has.',
          'Nothing says which years %2 other data sets have.',
          many,
          formatCount(many)
        )}
      </span>{' '}
      <Button
        label={trans.__('Show Them Too')}
        onClick={() => {
          onToggle(NOT_KNOWN);
        }}
      />
    </div>
  );
}
