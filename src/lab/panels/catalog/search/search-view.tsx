import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import { Failure } from '../../../components/failure';
import { CommandIDs } from '../../../commands';
import { Chips } from './chips';
import { FacetList } from './facet-list';
import type { ICatalogModel, ICatalogState } from '../catalog-model';
import { FreshResults } from './fresh-results';
import { Results } from './results';
import { SavedList } from './saved-list';
import type { SavedSearches } from './saved-searches';
import { SearchBox } from './search-box';
import { covering } from './search-state';
import { SourceNote } from '../sources/source-note';
import { UnknownYears } from './unknown-years';

interface ISearchViewProps {
  state: ICatalogState;
  model: ICatalogModel;
  saved: SavedSearches;
  commands: CommandRegistry;
  /** The data set that was looked at last. */
  lastOpened: string | null;
  trans: TranslationBundle;
  onOpen: (id: string) => void;
}

/**
 * The search with its filters and results.
 */
export function SearchView(props: ISearchViewProps): React.JSX.Element {
  const { state, model, commands, trans, onOpen } = props;
  const { summary, results, text } = state;
  const list = React.useRef<HTMLUListElement>(null);
  const place = React.useRef<HTMLDivElement>(null);
  const takeFresh = React.useCallback(() => {
    model.takeFresh();
  }, [model]);
  return (
    <div
      ref={place}
      className="jp-LeapCatalog"
      aria-busy={results.status === 'loading'}
    >
      <SearchBox
        text={text}
        trans={trans}
        onSearch={wanted => {
          void model.search(wanted);
        }}
        onEnter={() => {
          const [best] = results.value?.hits ?? [];
          if (best) {
            onOpen(best.id);
          }
        }}
        onDown={() => {
          list.current?.querySelector('button')?.focus();
        }}
      />
      <Filters state={state} model={model} commands={commands} trans={trans} />
      <SourceNote
        summary={summary}
        trans={trans}
        onRetry={() => {
          void (summary.status === 'failed' ? model.load() : model.refresh());
        }}
        onSources={() => {
          model.showSources();
        }}
      />
      {results.status === 'failed' && summary.status !== 'failed' && (
        <Failure
          error={results.error}
          trans={trans}
          onRetry={() => {
            void model.searchFor(state);
          }}
        />
      )}
      <Found {...props} list={list} />
      <FreshResults
        isFresh={state.fresh !== null}
        place={place}
        trans={trans}
        onTake={takeFresh}
      />
    </div>
  );
}

function Filters({
  state,
  model,
  commands,
  trans
}: Pick<
  ISearchViewProps,
  'state' | 'model' | 'commands' | 'trans'
>): React.JSX.Element {
  const { results, filters, sort } = state;
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
      {isOpen && facets.length + filters.length > 0 && (
        <FacetList
          facets={facets}
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
            void model.searchFor({
              ...state,
              filters: covering(filters, years)
            });
          }}
        />
      )}
    </>
  );
}

function Found({
  state: { summary, results, filters },
  model,
  saved,
  commands,
  lastOpened,
  list,
  trans,
  onOpen
}: ISearchViewProps & {
  list: React.RefObject<HTMLUListElement>;
}): React.JSX.Element | null {
  if (!results.value) {
    return results.status === 'loading' ? (
      <div className="jp-LeapSkeleton" role="status">
        {trans.__('Reading the catalog…')}
      </div>
    ) : null;
  }
  return (
    <>
      <Results
        results={results.value}
        isFiltered={filters.length > 0}
        requestUrl={summary.value?.requestUrl ?? null}
        focusedId={lastOpened}
        list={list}
        trans={trans}
        onOpen={onOpen}
        onSearch={wanted => {
          void model.search(wanted);
        }}
        onClearFilters={() => {
          void commands.execute(CommandIDs.clearCatalogSearch, {
            text: false
          });
        }}
      />
      <UnknownYears
        facets={results.value.facets}
        filters={filters}
        trans={trans}
        onToggle={filter => {
          void model.toggle(filter);
        }}
      />
      <SavedList
        saved={saved}
        commands={commands}
        trans={trans}
        onOpen={search => {
          void model.searchFor(search);
        }}
      />
    </>
  );
}
