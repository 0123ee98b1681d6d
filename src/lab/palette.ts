import type { ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

/**
 * List commands in the palette, where there is one, beside the extension's others.
 */
export function listInPalette(
  palette: ICommandPalette | null,
  trans: TranslationBundle,
  ids: readonly string[]
): void {
  for (const command of ids) {
    palette?.addItem({ command, category: trans.__('LEAP') });
  }
}
