import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import {
  expectNothingCutOff,
  openLab,
  openSection,
  runFromPalette,
  setSidebarWidth,
  TOKEN
} from './lab';

const CATALOG = 'shared-catalog.yaml';

/** A colleague's intake catalog. */
const INTAKE = `
sources:
  glaciers:
    description: Outlines of glaciers, as a colleague keeps them
    driver: zarr
    args: {urlpath: 'gs://open-samples/glaciers/outlines.zarr'}
  snow:
    description: Snow depth at stations
    driver: zarr
    args: {urlpath: 'gs://open-samples/snow/stations.zarr'}
`;

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include('#jp-leap-catalog')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

test.describe('Sources of the catalog', () => {
  test.beforeEach(async ({ page }) => {
    await page.request.put(`/api/contents/${CATALOG}`, {
      headers: { Authorization: `token ${TOKEN}` },
      data: { type: 'file', format: 'text', content: INTAKE }
    });
  });

  test.afterEach(async ({ page }) => {
    const headers = { Authorization: `token ${TOKEN}` };
    await page.request.put('/lab/api/settings/jupyterlab-leap:catalog', {
      headers,
      data: { raw: '{}' }
    });
    await page.request.delete(`/api/contents/${CATALOG}`, { headers });
  });

  for (const theme of ['JupyterLab Light', 'JupyterLab Dark'] as const) {
    test(`a file of the home is looked at, added, searched and removed, ${theme} @newest`, async ({
      page
    }) => {
      await openLab(page, theme);
      const catalog = await openSection(page, 'catalog');
      await runFromPalette(page, 'Sources of the Catalog');
      const sources = catalog.getByRole('list', { name: 'Sources' });
      await expect(sources.getByRole('listitem')).toHaveCount(1);
      const field = catalog.getByLabel(/^Web address/);

      await field.fill('/etc/passwd');
      await page.keyboard.press('Enter');
      await expect(catalog.getByRole('alert')).toContainText(
        'Only files of your home are read'
      );
      await axe(page);

      await catalog.getByRole('button', { name: 'Choose a File…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(CATALOG).click();
      await dialog.getByRole('button', { name: /Open|Select/ }).click();
      await expect(field).toHaveValue(new RegExp(`/${CATALOG}$`));
      const found = catalog.getByRole('region', { name: 'What is in it' });
      await expect(found).toContainText('Intake catalog, version 1');
      await expect(found).toContainText('2 data sets with 2 stores');
      await axe(page);

      await found.getByRole('button', { name: 'Add This Catalog' }).click();
      await expect(sources.getByRole('listitem')).toHaveCount(2);
      await expect(sources).toContainText('added by you');
      await axe(page);
      await setSidebarWidth(page, 240);
      await expectNothingCutOff(page);

      await catalog.getByRole('button', { name: 'Back to Results' }).click();
      await catalog.getByLabel('Search the catalog').fill('glacier');
      const row = catalog.locator('.jp-LeapCatalog-result');
      await expect(row).toHaveCount(1);
      await expect(row).toContainText(`from ${CATALOG}`);

      await runFromPalette(page, 'Sources of the Catalog');
      await catalog.getByRole('button', { name: `Remove ${CATALOG}` }).click();
      await expect(sources.getByRole('listitem')).toHaveCount(1);
    });
  }
});
