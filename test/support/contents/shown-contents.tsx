import { nullTranslator } from '@jupyterlab/translation';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LeapError, Contents, Query } from '../../../src/contract';
import ContentsView from '../../../src/lab/contents/contents-view';
import { slice } from './answers';
import { ScriptedClient, type Script } from '../lab/scripted-client';

const trans = nullTranslator.load('jupyterlab_leap');

const place = { bucket: 'leap-scratch', name: 'ann/sst.zarr/' };

const cost = {
  chunks: 1,
  bytes: 2_100_000,
  isExact: true,
  part: null,
  sliders: [{ name: 'time', size: 480 }]
};

/**
 * What is in a data set, on screen; a look at any time of it gives a slice.
 */
export async function shown(
  contents: Contents | LeapError,
  script: Script = {},
  onRead?: (contents: Contents) => void
) {
  const client = new ScriptedClient({
    'contents/summary': () => contents,
    'contents/cost': () => cost,
    'contents/slice': ({ positions }: Query<'contents/slice'>) => {
      const index = positions[0]?.index ?? 0;
      const text = index === 0 ? '1985-01-01' : '1985-02-01';
      return slice({ at: [{ dimension: 'time', index, size: 480, text }] });
    },
    ...script
  });
  const { unmount } = render(
    <ContentsView place={place} onRead={onRead} client={client} trans={trans} />
  );
  await act(async () => {
    await Promise.resolve();
  });
  return { client, unmount };
}

/**
 * Press the button with a name, once it is there.
 */
export const press = async (name: RegExp): Promise<void> => {
  await userEvent.click(await screen.findByRole('button', { name }));
};
