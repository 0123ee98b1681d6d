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
  /** Stores are being read, so that more of them may open. */
  isReading: boolean;
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
  const { facets, filters, isReading, isOpen, trans } = props;
  const { onToggle, onOpen, onClear } = props;
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
      {offered(facets, filters, isReading).map(offer => (
        <OfferedChip
          key={`${offer.facet} ${offer.value}`}
          offer={offer}
          trans={trans}
          onToggle={onToggle}
        />
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

interface IOffer extends CatalogFilter {
  readonly label: string;
  /** Null: that is being found out. */
  readonly count: number | null;
}

function OfferedChip({
  offer: { facet, value, label, count },
  trans,
  onToggle
}: Pick<IChipsProps, 'trans' | 'onToggle'> & {
  offer: IOffer;
}): React.JSX.Element {
  return (
    <button
      type="button"
      className="jp-LeapCatalog-chip"
      aria-pressed={false}
      disabled={count === null}
      onClick={() => {
        onToggle({ facet, value });
      }}
    >
      <bdi>{valueText({ facet, value }, label, trans)}</bdi>{' '}
      {count === null ? '…' : formatCount(count)}
    </button>
  );
}

/** What is not known yet has its place from the start: the list below does not move when it is. */
const AWAITED: IOffer = {
  facet: 'opens',
  value: 'yes',
  label: '',
  count: null
};

/** One good value of each facet that nothing is chosen of yet. */
function offered(
  facets: readonly Facet[],
  filters: readonly CatalogFilter[],
  isReading: boolean
): IOffer[] {
  return OFFERED.filter(
    ([name]) => !filters.some(({ facet }) => facet === name)
  ).flatMap(([name, many]) => {
    const values = facets.find(facet => facet.name === name)?.values ?? [];
    const best = values
      .filter(({ value, count }) => count > 0 && value !== 'no')
      .slice(0, many)
      .map(value => ({ ...value, facet: name }));
    return best.length === 0 && name === 'opens' && isReading
      ? [AWAITED]
      : best;
  });
}
