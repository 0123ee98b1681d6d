import type { TranslationBundle } from '@jupyterlab/translation';
import type { HomeClearable } from '../../../../contract';
import type { IHomeState } from '../state';

/**
 * What stands in the way of deleting from this panel.
 */
export type Obstacle = 'switched-off' | 'read-only';

/**
 * What stands in the way of deleting, as far as that is known; null: nothing. Before the server has said anything nothing
 * does, as on most hubs: the server itself refuses what it must.
 *
 * @param found - The server's last word on what may be deleted.
 */
export function obstacleTo(
  found: Pick<HomeClearable, 'deletionAllowed'> | undefined,
  { isWritable }: Pick<IHomeState, 'isWritable'>
): Obstacle | null {
  if (found?.deletionAllowed === false) {
    return 'switched-off';
  }
  return isWritable ? null : 'read-only';
}

/**
 * The same in a sentence.
 */
export function obstacleText(
  obstacle: Obstacle,
  trans: TranslationBundle
): string {
  switch (obstacle) {
    case 'switched-off':
      return trans.__(
        'Deleting from this panel is switched off on this hub; a terminal can do it.'
      );
    case 'read-only':
      return trans.__('Your home is read-only: nothing can be deleted now.');
  }
}
