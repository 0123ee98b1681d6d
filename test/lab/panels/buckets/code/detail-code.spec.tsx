import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../../src/contract';
import { CommandIDs } from '../../../../../src/lab/commands';
import { page } from '../../../../support/buckets/answers';
import { listenToCopies } from '../../../../support/lab/clipboard';
import { copyFrom, drawOver } from '../../../../support/lab/selected-text';
import {
  started,
  select,
  detail
} from '../../../../support/buckets/shown-detail';

describe('the code for the selected entry', () => {
  let copied: readonly string[];

  beforeEach(() => {
    copied = listenToCopies();
  });

  it('says which packages its code needs that the image lacks, as soon as that is known', async () => {
    await started();
    await select('b.tif');
    expect(detail()).toContain('Needs the package rioxarray');
    expect(detail()).toContain('“%pip install rioxarray”');
    await select('a.nc');
    expect(detail()).not.toContain('Needs');
    await userEvent.click(screen.getByRole('button', { name: 'read' }));
    expect(detail()).toContain('Needs the package netCDF4');
    await select('b.tif');
    expect(detail()).not.toContain('netCDF4');
  });

  it('says nothing of packages where nobody knows which there are', async () => {
    const lacking = () => new LeapError('forbidden', 'No.');
    await started({ 'image/lacking': lacking });
    await select('b.tif');
    expect(detail()).not.toContain('Needs');
  });

  it('gives the code for what was found in it', async () => {
    const { client, commands } = await started();
    await select('a.nc');
    await userEvent.click(screen.getByRole('button', { name: 'read' }));
    await act(() => commands.execute(CommandIDs.copyEntryCode));
    expect(copied[0]).toContain('engine="netcdf4"');
    expect(client.asked.map(({ route }) => route)).not.toContain(
      'contents/summary'
    );
  });

  it('looks into it first where only that tells what opens it', async () => {
    const { commands } = await started();
    await select('a.nc');
    await act(() => commands.execute(CommandIDs.copyEntryCode));
    expect(copied[0]).toContain('engine="netcdf4"');
  });

  it('goes by the name where it cannot be looked into', async () => {
    const failing = () => new LeapError('unavailable', 'Broken.');
    const { commands } = await started({ 'contents/summary': failing });
    await select('a.nc');
    await act(() => commands.execute(CommandIDs.copyEntryCode));
    expect(copied[0]).toContain('xr.open_dataset(fs.open(');
  });

  it.each([
    ['all of its path as it is', undefined, 'gs://leap-scratch/ann/a\u202e.nc'],
    ['a part of its path as it is shown', 31, 'gs://leap-scratch/ann/a⟨U+202E⟩']
  ])(
    'B12 puts %s on the clipboard when it is selected',
    async (_, letters, expected) => {
      await started({
        'buckets/listing': () => [page([], [['a\u202e.nc', 1, null]])]
      });
      await select('a⟨U');
      const path = screen.getByText(/^gs:\/\/leap-scratch\/ann\/a⟨/);
      drawOver(path, letters);
      expect(copyFrom(path)).toBe(expected);
    }
  );
});
