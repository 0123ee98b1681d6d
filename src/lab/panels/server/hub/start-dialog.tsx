import { Dialog, ReactWidget } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { PageLink } from '../../../components/page-link';
import { spawnAddress } from './spawn-address';
import { serverLabel } from '../words';

/**
 * Ask whether to start a server that was stopped, and point to the page where it can be given other choices.
 *
 * @param spawnPage - The hub's page with `{server}` in it; null: not known.
 */
export async function confirmStart(
  name: string,
  spawnPage: string | null,
  trans: TranslationBundle
): Promise<boolean> {
  const dialog = new Dialog({
    title: trans.__('Start %1?', serverLabel(name, trans)),
    body: ReactWidget.create(
      <div className="jp-LeapServer-dialog">
        <p>
          {trans.__(
            'It starts with the image and size that it had last, and has the same home as your other servers.'
          )}
        </p>
        {spawnPage !== null && (
          <p>
            <PageLink
              address={spawnAddress(spawnPage, name)}
              text={trans.__('Choose another image or size on the hub’s page')}
              trans={trans}
            />
          </p>
        )}
      </div>
    ),
    buttons: [
      Dialog.cancelButton(),
      Dialog.okButton({ label: trans.__('Start') })
    ],
    defaultButton: 0
  });
  dialog.addClass('jp-LeapDialog');
  const { button } = await dialog.launch();
  return button.accept;
}
