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
 * The body of the catalog section: a search, the page of one data set, or the page of the sources.
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
  const shared = { model, commands, trans };
  if (page) {
    return (
      <div className="jp-LeapCatalog">
        <DatasetPage
          page={page}
          takesFocus={page.id === lastOpened}
          sizes={sizes}
          look={look}
          {...shared}
        />
      </div>
    );
  }
  if (state.isOnSources) {
    return (
      <div className="jp-LeapCatalog">
        <SourcesView {...sources} {...shared} state={state} />
      </div>
    );
  }
  return (
    <SearchView
      {...shared}
      state={state}
      saved={saved}
      lastOpened={lastOpened}
      onOpen={id => {
        setLastOpened(id);
        void model.open(id);
      }}
    />
  );
}
