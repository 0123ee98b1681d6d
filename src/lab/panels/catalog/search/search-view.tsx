import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { CatalogResults } from '../../../../contract';
import { Failure } from '../../../components/failure';
import { CommandIDs } from '../../../commands';
import { Filters } from './filters';
import type { ICatalogModel, ICatalogState } from '../catalog-model';
import { FreshResults } from './fresh-results';
import { Results } from './results';
import { SavedList } from './saved-list';
import type { SavedSearches } from './saved-searches';
import { SearchBox } from './search-box';
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
  const { results, text } = state;
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
      <Problems state={state} model={model} trans={trans} />
      <Found
        {...props}
        list={list}
        onLeft={() => {
          // The button that was pressed goes with what it led away from.
          place.current?.querySelector('input')?.focus();
        }}
      />
      <FreshResults
        isFresh={state.fresh !== null}
        place={place}
        trans={trans}
        onTake={takeFresh}
      />
    </div>
  );
}

/** What is wrong with the catalogs, or else with the search of them. */
function Problems({
  state,
  model,
  trans
}: Pick<ISearchViewProps, 'state' | 'model' | 'trans'>): React.JSX.Element {
  const { summary, results } = state;
  return (
    <>
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
    </>
  );
}

interface IFoundProps extends ISearchViewProps {
  list: React.RefObject<HTMLUListElement>;
  /** Something else is looked for than what was found nowhere. */
  onLeft: () => void;
}

/** The answer, or that it is being read; under it the searches that were kept. */
function Found(props: IFoundProps): React.JSX.Element | null {
  const { state, model, saved, commands, trans } = props;
  const { summary, results } = state;
  const { value } = results;
  if (!value) {
    // The search begins when the catalog is there; where that failed, it is said.
    return [summary, results].every(({ status }) => status !== 'failed') ? (
      <div className="jp-LeapSkeleton" role="status">
        {trans.__('Reading the catalog…')}
      </div>
    ) : null;
  }
  return (
    <>
      <Answer {...props} results={value} />
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

/** The data sets that were found, and how many more may be meant. */
function Answer({
  state: { summary, filters },
  model,
  commands,
  lastOpened,
  list,
  results,
  trans,
  onOpen,
  onLeft
}: IFoundProps & { results: CatalogResults }): React.JSX.Element {
  return (
    <>
      <Results
        results={results}
        isFiltered={filters.length > 0}
        requestUrl={summary.value?.requestUrl ?? null}
        focusedId={lastOpened}
        list={list}
        trans={trans}
        onOpen={onOpen}
        onSearch={wanted => {
          onLeft();
          void model.search(wanted);
        }}
        onClearFilters={() => {
          onLeft();
          void commands.execute(CommandIDs.clearCatalogSearch, {
            text: false
          });
        }}
      />
      <UnknownYears
        facets={results.facets}
        filters={filters}
        trans={trans}
        onToggle={filter => {
          void model.toggle(filter);
        }}
      />
    </>
  );
}
