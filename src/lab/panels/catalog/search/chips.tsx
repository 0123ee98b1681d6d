import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { CatalogFilter, Facet, FacetName } from '../../../../contract';
import { formatCount } from '../../../format';
import { filterText, valueText } from './facet-words';

/** How many of the commonest values of a facet are offered at once. */
const OFFERED: readonly (readonly [FacetName, number])[] = [
  ['opens', 1],
  ['format', 1],
  ['tag', 2],
  ['cadence', 1]
];

interface IChipsProps {
  facets: readonly Facet[];
  filters: readonly CatalogFilter[];
  isOpen: boolean;
  trans: TranslationBundle;
  onToggle: (filter: CatalogFilter) => void;
  onOpen: () => void;
  onClear: () => void;
}

/**
 * The filters that are on, and those that are most likely wanted next.
 */
export function Chips(props: IChipsProps): React.JSX.Element | null {
  const { facets, filters, isOpen, trans, onToggle, onOpen, onClear } = props;
  if (facets.length === 0 && filters.length === 0) {
    return null;
  }
  return (
    <div
      className="jp-LeapCatalog-chips"
      role="group"
      aria-label={trans.__('Filters')}
    >
      {filters.map(filter => (
        <button
          key={`${filter.facet} ${filter.value}`}
          type="button"
          className="jp-LeapCatalog-chip"
          aria-pressed={true}
          onClick={() => {
            onToggle(filter);
          }}
        >
          <bdi>{filterText(filter, facets, trans)}</bdi>{' '}
          <span aria-hidden="true">×</span>
        </button>
      ))}
      {offered(facets, filters).map(({ facet, value, label, count }) => (
        <button
          key={`${facet} ${value}`}
          type="button"
          className="jp-LeapCatalog-chip"
          aria-pressed={false}
          onClick={() => {
            onToggle({ facet, value });
          }}
        >
          <bdi>{valueText({ facet, value }, label, trans)}</bdi>{' '}
          {formatCount(count)}
        </button>
      ))}
      <button
        type="button"
        className="jp-LeapCatalog-chip"
        aria-expanded={isOpen}
        onClick={onOpen}
      >
        {trans.__('All filters')}
      </button>
      {filters.length > 0 && (
        <button type="button" className="jp-LeapCatalog-chip" onClick={onClear}>
          {trans.__('Clear all')}
        </button>
      )}
    </div>
  );
}

/** One good value of each facet that nothing is chosen of yet. */
function offered(
  facets: readonly Facet[],
  filters: readonly CatalogFilter[]
): (CatalogFilter & { label: string; count: number })[] {
  return OFFERED.filter(
    ([name]) => !filters.some(({ facet }) => facet === name)
  ).flatMap(([name, many]) => {
    const values = facets.find(facet => facet.name === name)?.values ?? [];
    return values
      .filter(({ value, count }) => count > 0 && value !== 'no')
      .slice(0, many)
      .map(({ value, label, count }) => ({ facet: name, value, label, count }));
  });
}
