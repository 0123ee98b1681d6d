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
    await expect(alert).toContainText('No access to Google Cloud');
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
    await expect(buckets.getByRole('alert')).toContainText('does not open');
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
});
