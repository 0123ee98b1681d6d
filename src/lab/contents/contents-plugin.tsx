import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { ILeapClient } from '../client';
import { TRANSLATION_DOMAIN } from '../commands';
import { LazyLook } from './lazy-look';
import { IQuickLook } from './quick-look';

/**
 * What other sections show contents with.
 */
export const contentsPlugin: JupyterFrontEndPlugin<IQuickLook> = {
  id: 'jupyterlab-leap:contents',
  description: 'Shows what is in a data set or a file.',
  autoStart: true,
  provides: IQuickLook,
  requires: [ILeapClient],
  optional: [ITranslator],
  activate
};

function activate(
  _: JupyterFrontEnd,
  client: ILeapClient,
  translator: ITranslator | null
): IQuickLook {
  const trans = (translator ?? nullTranslator).load(TRANSLATION_DOMAIN);
  return {
    // The key makes it another element for another place: nothing of the last one stays.
    view: (place, onRead) => (
      <LazyLook
        key={JSON.stringify(place)}
        place={place}
        onRead={onRead}
        client={client}
        trans={trans}
      />
    )
  };
}
