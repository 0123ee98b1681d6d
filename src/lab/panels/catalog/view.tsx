import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import { useSnapshot } from '../../components/use-snapshot';
import type { IQuickLook } from '../../contents/quick-look';
import { DatasetPage } from './dataset/dataset-page';
import type { ICatalogModel } from './catalog-model';
import type { SavedSearches } from './search/saved-searches';
import { SearchView } from './search/search-view';
import type { StoreSizes } from './dataset/store-sizes';
import { SourcesView, type ISourcesParts } from './sources/sources-view';

interface ICatalogViewProps {
  model: ICatalogModel;
  saved: SavedSearches;
  sources: ISourcesParts;
  sizes: StoreSizes;
  /** Null: that plugin is switched off. */
  look: IQuickLook | null;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * The body of the catalog section: a search, or the page of one data set.
 */
export function CatalogView({
  model,
  saved,
  sources,
  sizes,
  look,
  commands,
  trans
}: ICatalogViewProps): React.JSX.Element {
  const state = useSnapshot(model);
  const [lastOpened, setLastOpened] = React.useState<string | null>(null);
  const { page } = state;
  if (page) {
    return (
      <div className="jp-LeapCatalog">
        <DatasetPage
          page={page}
          takesFocus={page.id === lastOpened}
          model={model}
          sizes={sizes}
          look={look}
          commands={commands}
          trans={trans}
        />
      </div>
    );
  }
  if (state.isOnSources) {
    return (
      <div className="jp-LeapCatalog">
        <SourcesView
          {...sources}
          state={state}
          model={model}
          commands={commands}
          trans={trans}
        />
      </div>
    );
  }
  return (
    <SearchView
      state={state}
      model={model}
      saved={saved}
      commands={commands}
      lastOpened={lastOpened}
      trans={trans}
      onOpen={id => {
        setLastOpened(id);
        void model.open(id);
      }}
    />
  );
}
