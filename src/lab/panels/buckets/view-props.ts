import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type { IQuickLook } from '../../contents/quick-look';
import type { IBucketsModel } from './buckets-model';

/** What every part of the section is given. */
export interface IBucketsViewProps {
  readonly model: IBucketsModel;
  readonly commands: CommandRegistry;
  /** Shows what is in a data set; null: that part of the extension is switched off. */
  readonly look: IQuickLook | null;
  readonly trans: TranslationBundle;
}
