import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { CatalogFilter, Facet, FacetName } from '../../../../contract';
import { useKeptFocus } from '../../../components/kept-focus';
import { formatCount } from '../../../format';
import { filterText, valueText } from './facet-words';

/** How many of the commonest values of a facet are offered at once. */
const OFFERED: readonly (readonly [FacetName, number])[] = [
  ['opens', 1],
  ['format', 1],
  ['tag', 2],
  ['cadence', 1]
];

/** The button that is always there. */
const ALL = 'all';

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
  const group = React.useRef<HTMLDivElement>(null);
  const kept = useKeptFocus(group, had => chipNamed(group.current, had));
  if (facets.length === 0 && filters.length === 0) {
    return null;
  }
  return (
    <div
      ref={group}
      {...kept}
      className="jp-LeapCatalog-chips"
      role="group"
      aria-label={trans.__('Filters')}
    >
      {filters.map(filter => (
        <ChosenChip
          key={keyOf(filter)}
          filter={filter}
          text={filterText(filter, facets, trans)}
          onToggle={onToggle}
        />
      ))}
      {offered(facets, filters, isReading, trans).map(offer => (
        <OfferedChip key={keyOf(offer)} offer={offer} onToggle={onToggle} />
      ))}
      <button
        type="button"
        className="jp-LeapCatalog-chip"
        data-focus={ALL}
        aria-expanded={isOpen}
        onClick={onOpen}
      >
        {trans.__('All filters')}
      </button>
      {filters.length > 0 && (
        <button
          type="button"
          className="jp-LeapCatalog-chip"
          data-focus="clear"
          onClick={onClear}
        >
          {trans.__('Clear all')}
        </button>
      )}
    </div>
  );
}

/** The chip of that name, else the one that is always there. */
function chipNamed(
  group: Element | null,
  name: string
): HTMLElement | undefined {
  const chips = [...(group?.querySelectorAll('button') ?? [])];
  return (
    chips.find(({ dataset }) => dataset['focus'] === name) ??
    chips.find(({ dataset }) => dataset['focus'] === ALL)
  );
}

function keyOf({ facet, value }: CatalogFilter): string {
  return `${facet} ${value}`;
}

interface IOffer extends CatalogFilter {
  readonly text: string;
  /** Null: that is being found out. */
  readonly count: number | null;
}

function OfferedChip({
  offer: { facet, value, text, count },
  onToggle
}: Pick<IChipsProps, 'onToggle'> & {
  offer: IOffer;
}): React.JSX.Element {
  return (
    <button
      type="button"
      className="jp-LeapCatalog-chip"
      data-focus={keyOf({ facet, value })}
      aria-pressed={false}
      disabled={count === null}
      onClick={() => {
        onToggle({ facet, value });
      }}
    >
      <bdi>{text}</bdi> {count === null ? '…' : formatCount(count)}
    </button>
  );
}

function ChosenChip({
  filter,
  text,
  onToggle
}: Pick<IChipsProps, 'onToggle'> & {
  filter: CatalogFilter;
  text: string;
}): React.JSX.Element {
  return (
    <button
      type="button"
      className="jp-LeapCatalog-chip"
      data-focus={keyOf(filter)}
      aria-pressed={true}
      onClick={() => {
        onToggle(filter);
      }}
    >
      <bdi>{text}</bdi> <span aria-hidden="true">×</span>
    </button>
  );
}

/** One good value of each facet that nothing is chosen of yet; a word that two of them have, once. */
function offered(
  facets: readonly Facet[],
  filters: readonly CatalogFilter[],
  isReading: boolean,
  trans: TranslationBundle
): IOffer[] {
  const offers = OFFERED.filter(
    ([name]) => !filters.some(({ facet }) => facet === name)
  ).flatMap(([name, many]) =>
    bestOf(name, many, facets, isReading).map(({ value, label, count }) => ({
      facet: name,
      value,
      text: valueText({ facet: name, value }, label, trans),
      count
    }))
  );
  const words = offers.map(({ text }) => text.toLowerCase());
  return offers.filter((_, at) => words.indexOf(words[at] ?? '') === at);
}

interface IGoodValue {
  readonly value: string;
  readonly label: string;
  readonly count: number | null;
}

function bestOf(
  name: FacetName,
  many: number,
  facets: readonly Facet[],
  isReading: boolean
): readonly IGoodValue[] {
  const values = facets.find(facet => facet.name === name)?.values ?? [];
  const best = values
    .filter(({ value, count }) => count > 0 && value !== 'no')
    .slice(0, many);
  // What opens has its place from the start: the list below does not move when it is known.
  return best.length === 0 && name === 'opens' && isReading
    ? [{ value: 'yes', label: '', count: null }]
    : best;
}
