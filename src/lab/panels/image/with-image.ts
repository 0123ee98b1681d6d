import { Notification } from '@jupyterlab/apputils';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import { LeapError, type Image } from '../../../contract';
import { failureText } from '../../failure-text';
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
 * Do something with the image, read first when it was not yet; where it cannot be read, say so.
 */
export async function withImage(
  { model, trans }: IImageCommandOptions,
  use: (image: Image) => void | Promise<void>
): Promise<void> {
  let image: Image;
  try {
    image = await model.image();
  } catch (reason) {
    const { title, next } = failureText(LeapError.from(reason), trans);
    Notification.error(trans.__('%1. %2', title, next), { autoClose: false });
    return;
  }
  await use(image);
}
