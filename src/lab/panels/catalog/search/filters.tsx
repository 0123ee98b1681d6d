import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import { CommandIDs } from '../../../commands';
import type { ICatalogModel, ICatalogState } from '../catalog-model';
import { Chips } from './chips';
import { FacetList } from './facet-list';
import { covering } from './search-state';

interface IFiltersProps {
  state: ICatalogState;
  model: ICatalogModel;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * What narrows the search: a line of chips, and all facets when the last of them is pressed.
 */
export function Filters(props: IFiltersProps): React.JSX.Element {
  const { state, model, commands, trans } = props;
  const { results, filters } = state;
  const [isOpen, setIsOpen] = React.useState(false);
  const facets = results.value?.facets ?? [];
  return (
    <>
      <Chips
        facets={facets}
        filters={filters}
        isReading={results.value?.isReading === true}
        isOpen={isOpen}
        trans={trans}
        onToggle={filter => {
          void model.toggle(filter);
        }}
        onOpen={() => {
          setIsOpen(!isOpen);
        }}
        onClear={() => {
          void commands.execute(CommandIDs.clearCatalogSearch);
        }}
      />
      {/* Without chips there would be no button that folds it. */}
      {isOpen && facets.length + filters.length > 0 && <AllFacets {...props} />}
    </>
  );
}

function AllFacets({
  state,
  model,
  trans
}: Omit<IFiltersProps, 'commands'>): React.JSX.Element {
  const { results, filters, sort } = state;
  return (
    <FacetList
      facets={results.value?.facets ?? []}
      filters={filters}
      sort={sort}
      trans={trans}
      onToggle={filter => {
        void model.toggle(filter);
      }}
      onSort={wanted => {
        void model.sortBy(wanted);
      }}
      onYears={years => {
        void model.searchFor({ ...state, filters: covering(filters, years) });
      }}
    />
  );
}
