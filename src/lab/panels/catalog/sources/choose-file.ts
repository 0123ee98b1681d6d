import { PageConfig } from '@jupyterlab/coreutils';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';

/**
 * Let the user choose a catalog's file in JupyterLab's own dialog.
 *
 * @returns Its path as the service reads it, `~/catalogs/mine.yaml`; null: none was chosen.
 */
export async function chooseFile(
  manager: IDocumentManager,
  translator: ITranslator | undefined,
  trans: TranslationBundle
): Promise<string | null> {
  const { FileDialog } = await import('@jupyterlab/filebrowser');
  const { button, value } = await FileDialog.getOpenFiles({
    manager,
    ...(translator ? { translator } : {}),
    title: trans.__('Choose a catalog'),
    filter: ({ name }) => (/\.(json|ya?ml|txt)$/i.test(name) ? {} : null)
  });
  const chosen = button.accept ? value?.[0] : undefined;
  // Where no file is selected, JupyterLab gives the folder.
  return !chosen || chosen.type === 'directory'
    ? null
    : `${PageConfig.getOption('serverRoot').replace(/\/+$/, '')}/${manager.services.contents.localPath(chosen.path)}`;
}
