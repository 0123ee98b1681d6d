import { expect, test } from '@playwright/test';
import {
  expectNothingCutOff,
  openLab,
  openSection,
  runFromPalette,
  setSidebarWidth
} from './lab';

test.describe('Catalog', () => {
  test('from a word to code in a notebook', async ({ page }) => {
    await openLab(page);
    const catalog = await openSection(page, 'catalog');
    await catalog.getByLabel('Search the catalog').fill('rainfal');
    await catalog
      .getByRole('button', { name: /Rainfall from satellites/ })
      .or(catalog.getByRole('option', { name: /Rainfall from satellites/ }))
      .first()
      .click();
    await expect(catalog.getByRole('heading').first()).toContainText(
      'Rainfall'
    );
    await catalog.getByRole('button', { name: 'New Notebook' }).first().click();
    const cells = page.locator('.jp-Notebook .jp-Cell');
    await expect(cells.filter({ hasText: 'xr.open_dataset' })).toHaveCount(1);
  });

  test('what is inserted opens the data in a real kernel @newest', async ({
    page
  }) => {
    test.setTimeout(180_000);
    await openLab(page);
    const catalog = await openSection(page, 'catalog');
    await catalog.getByLabel('Search the catalog').fill('sea surface hight');
    const first = catalog.locator('li button').first();
    await expect(first).toContainText('altimetry');
    await first.click();
    await expect(catalog.getByText('opens from here').first()).toBeVisible();
    await expect(catalog.getByText(/Zarr, format 2/).first()).toBeVisible();
    await catalog.getByRole('button', { name: 'Insert Code' }).first().click();
    const cell = page.locator('.jp-Notebook .jp-Cell', {
      hasText: 'sea-level-daily.zarr'
    });
    await expect(cell).toHaveCount(1);
    await page.getByRole('button', { name: /^Run this cell/ }).click();
    const output = page.locator('.jp-OutputArea-output');
    await expect(output).toContainText('ugos', { timeout: 120_000 });
    await expect(output).not.toContainText('Error');
  });

  test('a dead store says so, and one that its reader pays for', async ({
    page
  }) => {
    await openLab(page);
    const catalog = await openSection(page, 'catalog');
    const box = catalog.getByLabel('Search the catalog');
    await box.fill('mixed layer depth');
    await catalog.getByRole('button', { name: /^Mixed layer/ }).click();
    await expect(catalog.getByText('is not there')).toBeVisible();
    await catalog.getByRole('button', { name: 'Back to Results' }).click();
    await box.fill('tiles');
    await catalog.getByRole('button', { name: /^Tiles/ }).click();
    await expect(catalog.getByText('may not be read')).toBeVisible();
    await expect(catalog).toContainText(/Whoever reads this bucket pays/);
  });

  test('the keyboard alone searches, opens and comes back', async ({
    page
  }) => {
    await openLab(page);
    await runFromPalette(page, 'Search the Catalog');
    const box = page.getByLabel('Search the catalog');
    await expect(box).toBeFocused();
    await page.keyboard.type('sst');
    const catalog = page.locator('#jp-leap-catalog');
    await expect(catalog.getByText(/data sets?/).first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const back = catalog.getByRole('button', { name: 'Back to Results' });
    await expect(back).toBeVisible();
    await back.focus();
    await page.keyboard.press('Enter');
    await expect(box).toHaveValue('sst');
  });

  test('what finds nothing says so and offers a way on', async ({ page }) => {
    await openLab(page);
    const catalog = await openSection(page, 'catalog');
    await catalog.getByLabel('Search the catalog').fill('zzqqxx');
    await expect(catalog).toContainText(/[Nn]othing|No data set/);
    await expect(
      catalog.getByRole('link', { name: /[Rr]equest|[Aa]sk/ })
    ).toBeVisible();
  });

  for (const widthPx of [240, 600]) {
    test(`nothing is cut off at ${String(widthPx)} pixels @newest`, async ({
      page
    }) => {
      await openLab(page);
      const catalog = await openSection(page, 'catalog');
      await expect(catalog.getByText(/12 data sets/)).toBeVisible();
      await setSidebarWidth(page, widthPx);
      await expectNothingCutOff(page);
    });
  }
});
