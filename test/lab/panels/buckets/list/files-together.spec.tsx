import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { page, type Entry } from '../../../../support/buckets/answers';
import { started } from '../../../../support/buckets/shown-own-folder';
import { OpenNotebook, trackerOf } from '../../../../support/lab/open-notebook';

const MONTHS: Entry[] = ['01', '02', '03'].map(month => [
  `sst_2024-${month}.nc`,
  1,
  null
]);

/** A folder with files of three months, and something beside them. */
const listing = {
  'buckets/listing': () => [page([], [['notes.md', 1, null], ...MONTHS])]
};
const button = () => screen.queryByRole('button', { name: /^Insert Code for/ });

describe('NetCDF files of a folder', () => {
  it('are opened together by one click, those that the filter shows', async () => {
    const notebook = new OpenNotebook(['']);
    await started(listing, trackerOf(notebook));
    expect(button()?.textContent).toBe('Insert Code for 3 NetCDF Files');
    const filter = (value: string) =>
      fireEvent.change(screen.getByRole('searchbox'), { target: { value } });
    filter('*-02.nc');
    expect(button()).toBeNull();
    filter('sst*');
    await userEvent.click(screen.getByText('Insert Code for 3 NetCDF Files'));
    expect(notebook.sources).toHaveLength(1);
    expect(notebook.sources[0]).toContain('sst_2024-02.nc');
    expect(notebook.sources[0]).toContain('xr.open_mfdataset(');
  });

  it('have no button where there is only one', async () => {
    await started({}, trackerOf());
    expect(button()).toBeNull();
  });

  it('have no button where code could be put nowhere', async () => {
    await started(listing);
    expect(button()).toBeNull();
  });
});
