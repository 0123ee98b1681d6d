import type { INotebookTracker } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type { Image } from '../../../contract';
import { orNotify } from '../../or-say';
import type { IImageModel } from './model';

/**
 * What the commands of the image section work with.
 */
export interface IImageCommandOptions {
  readonly commands: CommandRegistry;
  readonly model: IImageModel;
  readonly notebooks: INotebookTracker | null;
  readonly trans: TranslationBundle;
}

/**
 * Do something with the image, read first when it was not yet; where that does not work, say so.
 */
export async function withImage(
  { model, trans }: IImageCommandOptions,
  use: (image: Image) => void | Promise<void>
): Promise<void> {
  await orNotify(trans, async () => {
    await use(await model.image());
  });
}
