import { expect, test } from '@playwright/test';
import {
  clipboard,
  expectNothingCutOff,
  openLab,
  openSection,
  runFromPalette,
  setSidebarWidth,
  WIDTHS_PX
} from './lab';
import { oneLab } from './one-lab';
import { goTo, ownFolder, pathOf } from './places';

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
});

test.describe('Buckets, in one JupyterLab', () => {
  const lab = oneLab();

  test('a Zarr store is one row, and its path is one click away', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    const row = buckets.getByRole('row', { name: /sst-daily\.zarr/ });
    await expect(row).toBeVisible();
    await row.getByRole('button', { name: /More actions/ }).click();
    await page
      .getByRole('menuitem', { name: 'Copy gs:// Path', exact: true })
      .click();
    await expect
      .poll(() => clipboard(page))
      .toMatch(/^gs:\/\/leap-scratch\/funky-user\/sst-daily\.zarr/);
  });

  test('every one of 3,500 objects can be reached', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    await buckets.getByRole('row', { name: /many-small/ }).dblclick();
    await expect(pathOf(buckets)).toContainText('many-small');
    await expect(buckets).toContainText(/3,500 entries/);
    await buckets.getByRole('grid').press('End');
    await expect(buckets.getByRole('row').last()).toBeVisible();
  });

  test('the address box goes to another bucket and filters', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    await goTo(buckets, 'gs://leap-persistent/ann/');
    await expect(buckets).toContainText(/not your folder/i);
    await goTo(buckets, 'gs://cmip6-sample/');
    await expect(pathOf(buckets)).toContainText('cmip6-sample');
    await expect(buckets.getByRole('row').first()).toBeVisible();
  });

  test('the list stays where it is while a place is typed @newest', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    const grid = buckets.getByRole('grid');
    const before = await grid.boundingBox();
    await buckets.getByLabel(/Filter names/).fill('gs://leap');
    await expect(buckets.getByText('Press Enter to go there.')).toBeVisible();
    expect(await grid.boundingBox()).toEqual(before);
    await buckets.getByLabel(/Filter names/).fill('');
  });

  test('an error is a sentence with a next step, never an empty folder', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    await goTo(buckets, 'gs://no-such-bucket-here/');
    await expect(buckets.getByRole('alert')).toContainText('Not found');
    await expect(buckets).not.toContainText(/No objects here/);
  });

  test('the keyboard alone walks down and up, and opens the menu and leaves it', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    await openSection(page, 'image');
    await runFromPalette(page, 'Show the Buckets');
    await expect(buckets).toBeVisible();
    const grid = buckets.getByRole('grid');
    await expect(
      buckets.getByRole('row', { name: /checkpoints/ })
    ).toBeVisible();
    await grid.press('Home');
    await grid.press('Enter');
    await expect(pathOf(buckets)).toContainText('checkpoints');
    await expect(buckets.getByRole('row').first()).toBeVisible();
    await grid.press('Backspace');
    await expect(pathOf(buckets)).not.toContainText('checkpoints');
    await expect(
      buckets.getByRole('row', { name: /checkpoints/ })
    ).toBeVisible();
    await grid.press('Shift+F10');
    await expect(page.locator('.lm-Menu')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('.lm-Menu')).toHaveCount(0);
    await expect(grid).toBeFocused();
  });

  test('nothing is cut off, however narrow or wide @newest', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    await expect(buckets.getByRole('row').first()).toBeVisible();
    for (const widthPx of WIDTHS_PX) {
      await setSidebarWidth(page, widthPx);
      await expectNothingCutOff(page);
    }
  });
});
