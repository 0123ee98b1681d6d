import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import { Failure } from '../../components/failure';
import { useSnapshot } from '../../components/use-snapshot';
import { DatasetPage } from './dataset-page';
import type { ICatalogModel } from './model';
import { Results } from './results';
import { SearchBox } from './search-box';
import { SourceNote } from './source-note';

interface ICatalogViewProps {
  model: ICatalogModel;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * The body of the catalog section: a search, or the page of one data set.
 */
export function CatalogView({
  model,
  commands,
  trans
}: ICatalogViewProps): React.JSX.Element {
  const state = useSnapshot(model);
  const { summary, results, page, text } = state;
  const [lastOpened, setLastOpened] = React.useState<string | null>(null);
  const list = React.useRef<HTMLUListElement>(null);
  const onOpen = (id: string): void => {
    setLastOpened(id);
    void model.open(id);
  };
  if (page) {
    return (
      <div className="jp-LeapCatalog">
        <DatasetPage
          page={page}
          takesFocus={page.id === lastOpened}
          model={model}
          commands={commands}
          trans={trans}
        />
      </div>
    );
  }
  return (
    <div className="jp-LeapCatalog" aria-busy={results.status === 'loading'}>
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
      <SourceNote
        summary={summary}
        trans={trans}
        onRetry={() => {
          void (summary.status === 'failed' ? model.load() : model.refresh());
        }}
      />
      {results.status === 'failed' && summary.status !== 'failed' && (
        <Failure
          error={results.error}
          trans={trans}
          onRetry={() => {
            void model.search(text);
          }}
        />
      )}
      {results.value ? (
        <Results
          results={results.value}
          requestUrl={summary.value?.requestUrl ?? null}
          focusedId={lastOpened}
          list={list}
          trans={trans}
          onOpen={onOpen}
          onSearch={wanted => {
            void model.search(wanted);
          }}
        />
      ) : (
        results.status === 'loading' && (
          <div className="jp-LeapSkeleton" role="status">
            {trans.__('Reading the catalog…')}
          </div>
        )
      )}
    </div>
  );
}
