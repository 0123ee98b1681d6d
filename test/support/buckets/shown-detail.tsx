import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Contents, type ContentsPlace } from '../../../src/contract';
import type { IQuickLook } from '../../../src/lab/contents/quick-look';
import { BUCKETS, page } from './answers';
import { ARRAYS } from '../contents/answers';
import { ScriptedClient, type Script } from '../lab/scripted-client';
import { showBuckets } from './shown-buckets';

const CDF5: Contents = { ...ARRAYS, form: 'netcdf5' };

/**
 * The section in a folder with two files, and a look that finds `found` when its button is pressed.
 */
export async function started(script: Script = {}, found: Contents = CDF5) {
  const client = new ScriptedClient({
    'buckets/configured': () => BUCKETS,
    'buckets/listing': () => [
      page(
        [],
        [
          ['a.nc', 1, null],
          ['b.tif', 1, null]
        ]
      )
    ],
    'contents/summary': () => found,
    'image/lacking': () => ({ packages: ['netCDF4', 'rioxarray'] }),
    ...script
  });
  const places: ContentsPlace[] = [];
  const look: IQuickLook = {
    view: (place, onRead) => {
      places.push(place);
      return (
        <button type="button" onClick={() => onRead?.(found)}>
          read
        </button>
      );
    }
  };
  const { model, commands } = showBuckets(client, look);
  const opened: unknown[] = [];
  commands.addCommand('docmanager:open', {
    execute: args => opened.push(args)
  });
  await act(async () => {
    await Promise.all([model.start(null), model.checkPackages()]);
  });
  return { client, model, commands, places, opened };
}

/**
 * Click the row with a name.
 */
export const select = (name: string) =>
  userEvent.click(screen.getByRole('row', { name: new RegExp(name) }));

/**
 * What is said of the selected entry.
 */
export const detail = () =>
  screen.getByLabelText('The selected entry').textContent;
