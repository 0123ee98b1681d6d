import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { IFaultOptions } from '../support/gcs/faults';
import { DEMO_FOLDER } from './lab';
import { oneLab } from './one-lab';
import { goTo, ownFolder, pathOf } from './places';

const FOLDER = { prefix: 'flat/', operation: 'objects.list' };

/** What the storage service does wrong from now on; nothing: all is well again. */
async function setFaults(...faults: readonly IFaultOptions[]): Promise<void> {
  const { faultsUrl } = JSON.parse(
    readFileSync(`${DEMO_FOLDER}/emulator.json`, 'utf8')
  ) as { faultsUrl: string };
  const { status } = await fetch(faultsUrl, {
    method: 'PUT',
    body: JSON.stringify(faults)
  });
  expect(status).toBe(204);
}

test.describe('Faults of the storage service, in one JupyterLab', () => {
  const lab = oneLab();

  test.afterEach(() => setFaults());

  test('B69 a token refused in mid-listing leaves the rows, and Retry brings the rest @newest', async () => {
    const buckets = await ownFolder(lab());
    await setFaults({ ...FOLDER, name: 'unauthorized', nth: 3, times: 1e9 });
    await goTo(buckets, 'gs://many-objects/flat/');
    const alert = buckets.getByRole('alert');
    await expect(alert).toContainText('Not signed in to Google Cloud');
    await expect(buckets).toContainText('2,000+ entries');
    await expect(buckets).toContainText('Not complete');
    await setFaults();
    await alert.getByRole('button', { name: 'Retry' }).press('Enter');
    await expect(alert).toHaveCount(0);
    await expect(buckets.getByRole('grid')).toBeFocused();
    await expect(buckets).toContainText(/[1-9]\d,\d{3}\+ entries/);
  });

  test('B70 a folder that may not be listed is refused, not empty, and the one above is well @newest', async () => {
    const buckets = await ownFolder(lab());
    await setFaults({ ...FOLDER, name: 'forbidden', times: 1e9 });
    await goTo(buckets, 'gs://many-objects/flat/');
    await expect(buckets.getByRole('alert')).toContainText(
      'is not open to everybody'
    );
    await expect(buckets).not.toContainText('No objects here');
    await goTo(buckets, 'gs://many-objects/');
    await expect(pathOf(buckets)).not.toContainText('flat');
    await expect(buckets.getByRole('row', { name: /flat/ })).toBeVisible();
    await expect(buckets.getByRole('alert')).toHaveCount(0);
  });

  test('B72 B73 a reset, a cut answer, refusals and an expired page token leave nothing out @newest', async () => {
    const buckets = await ownFolder(lab());
    await setFaults(
      { ...FOLDER, name: 'reset-in-body', nth: 2, afterBytes: 2000 },
      { ...FOLDER, name: 'truncated-json', nth: 4 },
      { ...FOLDER, name: 'too-many-requests', nth: 6, times: 2 },
      { ...FOLDER, name: 'expired-page-token', nth: 8 }
    );
    await goTo(buckets, 'gs://many-objects/flat/');
    const grid = buckets.getByRole('grid');
    // Ten pages, the one after the expired token without the name that came already.
    await expect(buckets).toContainText('9,999+ entries');
    await expect(buckets.getByRole('alert')).toHaveCount(0);
    await grid.press('End');
    await expect(
      buckets.getByRole('row', { name: /part-09998\.nc/ })
    ).toBeVisible();
  });

  test('B70 B72 what is in a data set, and a picture of it, stay or are said to fail, and Retry brings them @newest', async () => {
    const buckets = await ownFolder(lab());
    const store = { prefix: 'funky-user/sst-daily.zarr/' };
    const row = buckets.getByRole('row', { name: /sst-daily\.zarr/ });
    await expect(row.getByTitle('Zarr store')).toBeVisible();
    await setFaults({ ...store, name: 'forbidden', times: 1e9 });
    await row.click();
    const contents = buckets.getByRole('group', { name: 'What is in it' });
    const alert = contents.getByRole('alert');
    await expect(alert).toContainText('is not open to everybody');
    await expect(buckets.getByRole('row', { name: /notes/ })).toBeVisible();
    // A broken connection is nothing that anybody sees.
    await setFaults({ ...store, name: 'reset-in-body', afterBytes: 50 });
    await alert.getByRole('button', { name: 'Retry' }).press('Enter');
    await expect(contents).toContainText(/time.150 · lat.180/);
    await expect(contents).toBeFocused();

    await contents.getByRole('button', { name: /^\W*sst/ }).click();
    await contents.getByRole('button', { name: /^Look at sst/ }).click();
    const picture = contents.getByRole('img', { name: /^Map of/ });
    await expect(picture).toHaveAccessibleName(/time 2024-01-01/);
    await setFaults({ ...store, name: 'forbidden', times: 1e9 });
    await contents.getByRole('slider', { name: 'time' }).press('ArrowRight');
    await expect(alert).toContainText('is not open to everybody');
    await expect(picture).toHaveAccessibleName(/time 2024-01-01/);
    await setFaults({ ...store, name: 'reset-in-body', afterBytes: 50 });
    await alert.getByRole('button', { name: 'Retry' }).press('Enter');
    await expect(picture).toHaveAccessibleName(/time 2024-01-02/);
    await expect(alert).toHaveCount(0);
  });

  test('B70 B72 a count that is refused says how far it came, and Retry counts everything @newest', async () => {
    const buckets = await ownFolder(lab());
    await goTo(buckets, 'gs://many-objects/');
    const row = buckets.getByRole('row', { name: /flat/ });
    await setFaults({ ...FOLDER, name: 'forbidden', nth: 40, times: 1e9 });
    await row.getByRole('button', { name: 'measure' }).click();
    const detail = buckets.getByLabel('The selected entry');
    await expect(detail).toContainText(
      /is not open to everybody.* Counted until then: ≥/
    );
    await expect(row).toContainText('≥');
    await setFaults(
      { ...FOLDER, name: 'reset-in-body', nth: 2, afterBytes: 2000 },
      { ...FOLDER, name: 'truncated-json', nth: 5 }
    );
    await detail.getByRole('button', { name: 'Retry' }).press('Enter');
    await expect(detail).toContainText(/3\.8.GB in 100,000 objects/);
    await expect(row).not.toContainText('≥');
  });
});
