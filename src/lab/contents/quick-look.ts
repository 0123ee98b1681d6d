import { Token } from '@lumino/coreutils';
import type * as React from 'react';
import type { Contents, ContentsPlace } from '../../contract';

/**
 * Shows what is in a data set or a file: its variables, their attributes, a picture of a slice.
 */
export interface IQuickLook {
  /**
   * The element that shows it. It reads by itself when it is shown, and stops when it is not.
   *
   * @param onRead - Called with what was found, and again when the user chooses another version of it.
   */
  view(
    place: ContentsPlace,
    onRead?: (contents: Contents) => void
  ): React.JSX.Element;
}

export const IQuickLook = new Token<IQuickLook>(
  'jupyterlab-leap:IQuickLook',
  'Shows what is in a data set or a file.'
);
