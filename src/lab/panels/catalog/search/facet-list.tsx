import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type {
  CatalogFilter,
  CatalogSort,
  Facet,
  FacetName,
  ICoveredYears
} from '../../../../contract';
import { CatalogSort as CatalogSorts } from '../../../../contract';
import { Button } from '../../../components/button';
import { formatCount } from '../../../format';
import { facetTitle, sortText, valueText } from './facet-words';
import { coveredBy } from './search-state';
import { YearsFields } from './years-fields';

/** The facets that are unfolded from the start; the others unfold where something of them is chosen. */
const UNFOLDED: ReadonlySet<FacetName> = new Set(['opens', 'format', 'tag']);

/** As many values of a facet are shown before one asks for more. */
const SHOWN = 6;

interface IFacetListProps {
  facets: readonly Facet[];
  /** What is chosen, also while the answer that it asks for is on its way. */
  filters: readonly CatalogFilter[];
  sort: CatalogSort;
  trans: TranslationBundle;
  onToggle: (filter: CatalogFilter) => void;
  onSort: (sort: CatalogSort) => void;
  onYears: (years: ICoveredYears | null) => void;
}

/**
 * All facets with their counts, and how the results are sorted.
 */
export function FacetList({
  facets,
  filters,
  sort,
  trans,
  onToggle,
  onSort,
  onYears
}: IFacetListProps): React.JSX.Element {
  return (
    <div className="jp-LeapCatalog-facets">
      <label className="jp-LeapCatalog-sort">
        {trans.__('Sort')}{' '}
        <select
          value={sort}
          onChange={event => {
            const chosen = CatalogSorts.safeParse(event.target.value);
            if (chosen.success) {
              onSort(chosen.data);
            }
          }}
        >
          {CatalogSorts.options.map(option => (
            <option key={option} value={option}>
              {sortText(option, trans)}
            </option>
          ))}
        </select>
      </label>
      {facets.map(facet => (
        <FacetGroup
          key={facet.name}
          facet={facet}
          filters={filters}
          trans={trans}
          onToggle={onToggle}
        >
          {facet.name === 'period' && (
            <YearsFields
              years={coveredBy(filters)}
              trans={trans}
              onYears={onYears}
            />
          )}
        </FacetGroup>
      ))}
    </div>
  );
}

interface IFacetGroupProps {
  facet: Facet;
  filters: readonly CatalogFilter[];
  trans: TranslationBundle;
  onToggle: (filter: CatalogFilter) => void;
  /** What stands above the values. */
  children: React.ReactNode;
}

function FacetGroup({
  facet,
  filters,
  trans,
  onToggle,
  children
}: IFacetGroupProps): React.JSX.Element {
  const { name, values, more } = facet;
  const [isWhole, setIsWhole] = React.useState(false);
  const chosen = new Set(
    filters.filter(filter => filter.facet === name).map(({ value }) => value)
  );
  const shown = isWhole ? values : values.slice(0, SHOWN);
  const hidden = values.length - shown.length;
  return (
    <details
      className="jp-LeapCatalog-facet"
      open={UNFOLDED.has(name) || chosen.size > 0}
    >
      <summary>{facetTitle(name, trans)}</summary>
      {children}
      {shown.map(({ value, label, count }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.has(value)}
            onChange={() => {
              onToggle({ facet: name, value });
            }}
          />
          <bdi>{valueText({ facet: name, value }, label, trans)}</bdi>
          <span className="jp-LeapQuiet">{formatCount(count)}</span>
        </label>
      ))}
      {hidden > 0 && (
        <Button
          label={trans.__('%1 more', formatCount(hidden))}
          onClick={() => {
            setIsWhole(true);
          }}
        />
      )}
      {isWhole && more > 0 && <NotListed count={more} trans={trans} />}
    </details>
  );
}

/** The values that the service counts and does not send. */
function NotListed({
  count,
  trans
}: {
  count: number;
  trans: TranslationBundle;
}): React.JSX.Element {
  return (
    <p className="jp-LeapQuiet">
      {trans._n(
        '%2 more value; search for it by name.',
        '%2 more values; search for them by name.',
        count,
        formatCount(count)
      )}
    </p>
  );
}
