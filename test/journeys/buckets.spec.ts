import { expect, test } from '@playwright/test';
import {
  expectNothingCutOff,
  openLab,
  openSection,
  runFromPalette,
  setSidebarWidth
} from './lab';

test.describe('Buckets', () => {
  test('a user finds their own scratch folder open, with the day each file goes', async ({
    page
  }) => {
    await openLab(page);
    const buckets = await openSection(page, 'buckets');
    const grid = buckets.getByRole('grid');
    await expect(grid.getByRole('row', { name: /notes\.txt/ })).toBeVisible();
    await expect(
      buckets.getByRole('navigation', { name: 'Path' })
    ).toContainText('funky-user');
    await expect(buckets).toContainText(/deleted 7 days after/);
    await expect(grid.getByRole('row', { name: /notes\.txt/ })).toContainText(
      /\w{3}, \w{3} \d+/
    );
  });

  test('a Zarr store is one row, and its path is one click away', async ({
    page
  }) => {
    await openLab(page);
    const buckets = await openSection(page, 'buckets');
    const row = buckets.getByRole('row', { name: /sst-daily\.zarr/ });
    await expect(row).toBeVisible();
    await row.getByRole('button', { name: /More actions/ }).click();
    await page
      .getByRole('menuitem', { name: 'Copy gs:// Path', exact: true })
      .click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^gs:\/\/leap-scratch\/funky-user\/sst-daily\.zarr/);
  });

  test('every one of 3,500 objects can be reached', async ({ page }) => {
    await openLab(page);
    const buckets = await openSection(page, 'buckets');
    await buckets.getByRole('row', { name: /many-small/ }).dblclick();
    await expect(
      buckets.getByRole('navigation', { name: 'Path' })
    ).toContainText('many-small');
    await expect(buckets).toContainText(/3,500 entries/);
    await buckets.getByRole('grid').press('End');
    await expect(buckets.getByRole('row').last()).toBeVisible();
  });

  test('the address box goes to another bucket and filters', async ({
    page
  }) => {
    await openLab(page);
    const buckets = await openSection(page, 'buckets');
    const box = buckets.getByLabel(/Filter names/);
    await box.fill('gs://leap-persistent/ann/');
    await box.press('Enter');
    await expect(buckets).toContainText(/not your folder/i);
    await box.fill('gs://cmip6-sample/');
    await box.press('Enter');
    await expect(
      buckets.getByRole('navigation', { name: 'Path' })
    ).toContainText('cmip6-sample');
    await expect(buckets.getByRole('row').first()).toBeVisible();
  });

  test('an error is a sentence with a next step, never an empty folder', async ({
    page
  }) => {
    await openLab(page);
    const buckets = await openSection(page, 'buckets');
    const box = buckets.getByLabel(/Filter names/);
    await box.fill('gs://no-such-bucket-here/');
    await box.press('Enter');
    await expect(buckets.getByRole('alert')).toContainText('Not found');
    await expect(buckets).not.toContainText(/No objects here/);
  });

  test('the keyboard alone walks down, up, and measures', async ({ page }) => {
    await openLab(page);
    await runFromPalette(page, 'Show the Buckets');
    const buckets = await openSection(page, 'buckets');
    const grid = buckets.getByRole('grid');
    await expect(
      buckets.getByRole('row', { name: /checkpoints/ })
    ).toBeVisible();
    await grid.press('Home');
    await grid.press('Enter');
    await expect(
      buckets.getByRole('navigation', { name: 'Path' })
    ).toContainText('checkpoints');
    await expect(buckets.getByRole('row').first()).toBeVisible();
    await grid.press('Backspace');
    await expect(
      buckets.getByRole('navigation', { name: 'Path' })
    ).not.toContainText('checkpoints');
  });

  for (const widthPx of [240, 600]) {
    test(`nothing is cut off at ${String(widthPx)} pixels @newest`, async ({
      page
    }) => {
      await openLab(page);
      const buckets = await openSection(page, 'buckets');
      await expect(buckets.getByRole('row').first()).toBeVisible();
      await setSidebarWidth(page, widthPx);
      await expectNothingCutOff(page);
    });
  }
});
