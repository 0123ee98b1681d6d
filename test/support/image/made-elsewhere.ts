import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { screen } from '@testing-library/react';
import { COMPARISON, otherImage } from './answers';
import { startImage, USUAL } from './started-image';
import { OpenNotebook, trackerOf } from '../lab/open-notebook';
import type { Script } from '../lab/scripted-client';

/**
 * An image of another time.
 */
export const OLD = 'pangeo/pangeo-notebook:2023.05.08';

/**
 * A service that knows that image, and how its packages differ.
 */
export const ELSEWHERE: Script = {
  ...USUAL,
  'image/other': () => otherImage(),
  'image/comparison': () => COMPARISON
};

/**
 * A notebook whose file says that it was made with an image.
 */
export function madeWith(kept: unknown): OpenNotebook {
  const notebook = new OpenNotebook(['x = 1']);
  notebook.model.setMetadata('jupyterlab_leap', kept);
  notebook.model.dirty = false;
  return notebook;
}

/**
 * The section beside an open notebook.
 */
export async function open(
  notebook: OpenNotebook,
  script: Script = ELSEWHERE,
  registry: ISettingRegistry | null = null
) {
  const lab = startImage(script, trackerOf(notebook), registry);
  await lab.show();
  return lab;
}

/**
 * What the section says of the notebook; null: nothing.
 */
export function line(): string | null {
  const card = screen.queryByRole('region', { name: 'Made elsewhere' });
  const words = ['strong', 'p'].map(tag => card?.querySelector(tag));
  return card && words.map(each => each?.textContent).join(': ');
}
