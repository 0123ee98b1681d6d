import type { TranslationBundle } from '@jupyterlab/translation';
import type { Contents, ContentsPlace } from '../../contract';
import type { ILeapClient } from '../client';

/** What a look is made from. */
export interface ILookProps {
  readonly place: ContentsPlace;
  /** Called with what was found. */
  readonly onRead?: ((contents: Contents) => void) | undefined;
  readonly client: ILeapClient;
  readonly trans: TranslationBundle;
}
