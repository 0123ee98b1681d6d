import type { JupyterFrontEnd } from '@jupyterlab/application';
import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { render } from '@testing-library/react';
import { StoreSizes } from '../../../src/lab/panels/catalog/dataset/store-sizes';
import { CatalogModel } from '../../../src/lab/panels/catalog/model';
import { SavedSearches } from '../../../src/lab/panels/catalog/search/saved-searches';
import { addSearchCommands } from '../../../src/lab/panels/catalog/search/search-commands';
import { OwnSources } from '../../../src/lab/panels/catalog/sources/own-sources';
import { SourcePreviewModel } from '../../../src/lab/panels/catalog/sources/source-preview';
import type { ISourcesParts } from '../../../src/lab/panels/catalog/sources/sources-view';
import { CatalogView } from '../../../src/lab/panels/catalog/view';
import type { ScriptedClient } from '../lab/scripted-client';

/**
 * The Catalog section on screen with the commands of its search. It has asked nothing yet.
 */
export function showCatalog(
  client: ScriptedClient,
  own = new OwnSources(null),
  parts: Pick<ISourcesParts, 'chooseFile'> = {}
): { readonly model: CatalogModel; readonly commands: CommandRegistry } {
  const trans = nullTranslator.load('jupyterlab_leap');
  const model = new CatalogModel(client, own);
  const saved = new SavedSearches(null);
  const commands = new CommandRegistry();
  addSearchCommands({
    app: {
      commands,
      serviceManager: { serverSettings: { baseUrl: 'http://lab.test/' } }
    } as unknown as JupyterFrontEnd,
    palette: null,
    model,
    saved,
    open: () => undefined,
    trans
  });
  render(
    <CatalogView
      model={model}
      saved={saved}
      sources={{ own, preview: new SourcePreviewModel(client), ...parts }}
      sizes={new StoreSizes(client)}
      look={null}
      commands={commands}
      trans={trans}
    />
  );
  return { model, commands };
}
