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

  test('without a network the examples say that they are examples', async ({
    page
  }) => {
    await openLab(page);
    const catalog = await openSection(page, 'catalog');
    await expect(catalog).toContainText(
      /examples that come with the extension/
    );
    await expect(catalog).toContainText(/30 data sets/);
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
      await expect(catalog.getByText(/30 data sets/)).toBeVisible();
      await setSidebarWidth(page, widthPx);
      await expectNothingCutOff(page);
    });
  }
});
