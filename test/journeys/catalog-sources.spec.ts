import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInBoth } from './accessible';
import {
  expectNothingCutOff,
  openLab,
  openSection,
  runFromPalette,
  setSidebarWidth,
  TOKEN
} from './lab';

const HEADERS = { Authorization: `token ${TOKEN}` };
const CATALOG = 'shared-catalog.yaml';
const CATALOG_SECTION = '#jp-leap-catalog';

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

/** Write a file into the home, as a user's browser does. */
async function putFile(
  page: Page,
  name: string,
  content: string | readonly object[]
): Promise<void> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await page.request.put(`/api/contents/${name}`, {
    headers: HEADERS,
    data: { type: 'file', format: 'text', content: text }
  });
}

test.describe('Sources of the catalog', () => {
  test.beforeEach(async ({ page }) => {
    await putFile(page, CATALOG, INTAKE);
  });

  test.afterEach(async ({ page }) => {
    await page.request.put('/lab/api/settings/jupyterlab-leap:catalog', {
      headers: HEADERS,
      data: { raw: '{}' }
    });
    await page.request.delete(`/api/contents/${CATALOG}`, {
      headers: HEADERS
    });
  });

  test('a file of the home is looked at, added, searched and removed @newest', async ({
    page
  }) => {
    await openLab(page);
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
    await expectAccessibleInBoth(page, CATALOG_SECTION);

    await catalog.getByRole('button', { name: 'Choose a File…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(CATALOG).click();
    await dialog.getByRole('button', { name: /Open|Select/ }).click();
    await expect(field).toHaveValue(new RegExp(`/${CATALOG}$`));
    const found = catalog.getByRole('region', { name: 'What is in it' });
    await expect(found).toContainText('Intake catalog, version 1');
    await expect(found).toContainText('2 data sets with 2 stores');
    await expectAccessibleInBoth(page, CATALOG_SECTION);

    await found.getByRole('button', { name: 'Add This Catalog' }).click();
    await expect(sources.getByRole('listitem')).toHaveCount(2);
    await expect(sources).toContainText('added by you');
    await expectAccessibleInBoth(page, CATALOG_SECTION);
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

  test('T4 no picture of a record is loaded, and nothing of it is markup @newest', async ({
    page
  }) => {
    const pictures = ['.test/p.png', '.test/m.png', '.test/h.png'];
    await putFile(page, 'strange.json', [
      {
        title: 'Strange <img src="https://title.test/p.png"> data',
        description:
          'A ![picture](https://markdown.test/m.png), <img src="https://html.test/h.png" onerror="window.pwned=1"> and <script>window.pwned=1</script>.',
        thumbnail: 'https://thumbnail.test/p.png',
        tags: ['<img src=https://tag.test/p.png>'],
        links: [
          { label: 'A page', url: 'https://link.test/p.png' },
          { label: 'Not a page', url: 'javascript:window.pwned=1' }
        ],
        stores: [{ id: 'x', name: '<b>x</b>', url: 'https://store.test/p.png' }]
      }
    ]);
    await page.request.put('/lab/api/settings/jupyterlab-leap:catalog', {
      headers: HEADERS,
      data: { raw: JSON.stringify({ sources: ['~/strange.json'] }) }
    });
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await openLab(page);
    const catalog = await openSection(page, 'catalog');
    await catalog.getByLabel('Search the catalog').fill('strange');
    const row = catalog.locator('.jp-LeapCatalog-result').first();
    await expect(row).toContainText('Strange <img');
    await row.click();
    await expect(catalog.getByText(/!\[picture\]/)).toBeVisible();
    await expect(catalog.getByText('link.test')).toBeVisible();
    await page.waitForLoadState('networkidle');

    expect(await catalog.locator('img, script, b').count()).toBe(0);
    expect(
      await page.evaluate(() => (window as { pwned?: number }).pwned)
    ).toBeUndefined();
    const own = new URL(page.url()).host;
    const elsewhere = asked.filter(
      url => /^https?:/.test(url) && new URL(url).host !== own
    );
    expect(elsewhere).toEqual([]);
    expect(asked.filter(url => pictures.some(at => url.includes(at)))).toEqual(
      []
    );
    await page.request.delete('/api/contents/strange.json', {
      headers: HEADERS
    });
  });
});
