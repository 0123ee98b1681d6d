import { expect, test } from '@playwright/test';
import { expectAccessible, expectAccessibleInBoth } from './accessible';
import {
  expectKernel,
  expectNothingCutOff,
  openLab,
  openSection,
  runCell,
  runFromPalette,
  setSidebarWidth,
  tabTo,
  TOKEN,
  WIDTHS_PX
} from './lab';
import { oneLab } from './one-lab';
import { wholeCatalog } from './places';

test.describe('Catalog', () => {
  test('from a word to a notebook of its own that runs', async ({ page }) => {
    test.setTimeout(180_000);
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
    for (const word of ['Licence', 'Cite as', 'Image']) {
      await expect(cells.first()).toContainText(word);
    }
    await expectKernel(page);
    await runFromPalette(page, 'Run All Cells');
    const output = page.locator('.jp-OutputArea-output').first();
    await expect(output).toContainText('precip', { timeout: 120_000 });
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
    // While stores are read the results learn what opens, as long as nobody points at them.
    await page.mouse.move(900, 400);
    const opens = catalog
      .getByRole('group', { name: 'Filters' })
      .getByRole('button', { name: /^opens from here/ });
    await expect(opens).toBeEnabled({ timeout: 60_000 });
    await opens.click();
    await expect(opens).toHaveAttribute('aria-pressed', 'true');
    await expect(first).toContainText('opens from here, checked today');
    await expect(first).toContainText('altimetry');
    await first.click();
    await expect(catalog.getByText('opens from here').first()).toBeVisible();
    await expect(catalog.getByText(/Zarr, format 2/).first()).toBeVisible();
    await catalog.getByRole('button', { name: 'Insert Code' }).first().click();
    const cell = page.locator('.jp-Notebook .jp-Cell', {
      hasText: 'sea-level-daily.zarr'
    });
    await expect(cell).toHaveCount(1);
    await runCell(page);
    const output = page.locator('.jp-OutputArea-output');
    await expect(output).toContainText('ugos', { timeout: 120_000 });
    await expect(output).not.toContainText('Error');
  });

  test('the keyboard alone comes from a word to data in a cell @newest', async ({
    page
  }) => {
    test.setTimeout(180_000);
    await openLab(page);
    await runFromPalette(page, 'Search the Catalog');
    await expect(page.getByLabel('Search the catalog')).toBeFocused();
    await page.keyboard.type('sea surface hight');
    const catalog = page.locator('#jp-leap-catalog');
    const first = catalog.locator('li button').first();
    await expect(first).toContainText('altimetry');
    const opens = catalog
      .getByRole('group', { name: 'Filters' })
      .getByRole('button', { name: /^opens from here/ });
    await expect(opens).toBeEnabled({ timeout: 60_000 });
    await tabTo(page, opens);
    await page.keyboard.press('Space');
    await expect(opens).toHaveAttribute('aria-pressed', 'true');
    await tabTo(page, first);
    await expect(first).toContainText('altimetry');
    await page.keyboard.press('Enter');
    await expect(catalog.getByText('opens from here').first()).toBeVisible();
    await runFromPalette(page, 'Insert Code');
    const cells = page.locator('.jp-Notebook .jp-Cell');
    await expect(cells.filter({ hasText: 'sea-level-daily.zarr' })).toHaveCount(
      1
    );
    await expectKernel(page);
    await runFromPalette(page, 'Run Selected Cell and All Below');
    await expect(page.locator('.jp-OutputArea-output').first()).toContainText(
      'ugos',
      { timeout: 120_000 }
    );
  });

  test('a data set of one’s own is described for the catalog @newest', async ({
    page
  }) => {
    await openLab(page);
    await runFromPalette(page, 'Describe This Data Set…');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('It needs a title.')).toBeVisible();
    await expect(dialog.getByLabel(/^Title/)).toBeFocused();
    await dialog.getByRole('button', { name: 'Create Files' }).click();
    await expect(dialog.getByLabel(/^Title/)).toBeFocused();
    const fields: [RegExp, string][] = [
      [/^Title/, 'Eddies'],
      [/^Description/, 'Tracks of eddies.'],
      [/^Licence/, 'CC-BY-4.0'],
      [/^Made by/, 'Example Institute'],
      [/^Looked after by/, 'Ann Example'],
      [/^Address of the store/, 'gs://leap-persistent/ann/eddies.zarr']
    ];
    for (const [label, value] of fields) {
      await dialog.getByLabel(label).fill(value);
    }
    await expect(
      dialog.getByRole('group', { name: 'Content of meta.yaml' })
    ).toContainText('title: "Eddies"');
    await expectAccessible(page, '.jp-Dialog');
    await dialog.getByRole('button', { name: 'Create Files' }).click();
    for (const name of [/^Name: meta\.yaml/, /^Name: catalog\.yaml/]) {
      await expect(page.getByRole('listitem', { name })).toBeVisible();
    }
  });

  test('filters narrow what was found, and a link opens the same', async ({
    page
  }) => {
    await openLab(page);
    const catalog = await openSection(page, 'catalog');
    const filters = catalog.getByRole('group', { name: 'Filters' });
    const rows = catalog.locator('.jp-LeapCatalog-result');
    await expect(rows.first()).toBeVisible();
    const before = await rows.count();
    await filters.getByRole('button', { name: /^All filters/ }).focus();
    await page.keyboard.press('Enter');
    await catalog.getByRole('checkbox', { name: /NetCDF/ }).check();
    await expect.poll(() => rows.count()).toBeLessThan(before);
    const chip = filters.getByRole('button', { name: /^NetCDF/ });
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
    await filters.getByRole('button', { name: 'Clear all' }).click();
    await expect.poll(() => rows.count()).toBe(before);

    await page.goto(
      `/lab?token=${TOKEN}&leap-catalog=${encodeURIComponent('text=sea%20level&format=zarr')}`
    );
    await expect(page.getByLabel('Search the catalog')).toHaveValue(
      'sea level'
    );
    await expect(
      page
        .locator('#jp-leap-catalog')
        .getByRole('button', { name: /^Zarr/, pressed: true })
    ).toBeVisible();
  });
});

test.describe('Catalog, in one JupyterLab', () => {
  const lab = oneLab();

  test('the page of a data set is accessible, and fits a narrow sidebar @newest', async () => {
    const page = lab();
    const catalog = await wholeCatalog(page);
    await catalog.getByLabel('Search the catalog').fill('altimetry');
    await catalog.getByRole('button', { name: /altimetry, daily/ }).click();
    await expect(catalog.getByText('opens from here').first()).toBeVisible();
    await expectAccessibleInBoth(page, '#jp-leap-catalog');
    await setSidebarWidth(page, 240);
    await expectNothingCutOff(page);
    const inBuckets = catalog.locator('details', { hasText: 'gs://' });
    const buttons = inBuckets.locator('.jp-LeapCard-actions > button');
    await expect(buttons).toHaveCount(4);
    const tops = await buttons.evaluateAll(all =>
      all.map(button => button.getBoundingClientRect().top)
    );
    expect(new Set(tops).size).toBe(2);
    await inBuckets.getByRole('button', { name: /^More for/ }).click();
    await expect(
      page.getByRole('menuitem', { name: 'Open in Buckets' })
    ).toBeVisible();
    await page.keyboard.press('Escape');
  });

  test('a dead store says so, and one that its reader pays for', async () => {
    const page = lab();
    const catalog = await wholeCatalog(page);
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

  test('the keyboard alone searches, opens and comes back', async () => {
    const page = lab();
    await wholeCatalog(page);
    await openSection(page, 'image');
    await runFromPalette(page, 'Search the Catalog');
    const box = page.getByLabel('Search the catalog');
    await expect(box).toBeFocused();
    await page.keyboard.type('sst');
    const catalog = page.locator('#jp-leap-catalog');
    await expect(catalog.getByText(/data sets? found$/)).toBeVisible();
    // What was found for the first letters goes, and a row of it that has the focus with it.
    await expect(catalog.locator('[aria-busy="true"]')).toHaveCount(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const back = catalog.getByRole('button', { name: 'Back to Results' });
    await expect(back).toBeVisible();
    // Takes the focus when it comes, which is after the way back.
    await expect(catalog.locator('.jp-LeapHeadline')).toBeFocused();
    await back.focus();
    await page.keyboard.press('Enter');
    await expect(box).toHaveValue('sst');
  });

  test('what finds nothing says so and offers a way on', async () => {
    const page = lab();
    const catalog = await wholeCatalog(page);
    await catalog.getByLabel('Search the catalog').fill('zzqqxx');
    await expect(catalog).toContainText(/[Nn]othing|No data set/);
    await expect(
      catalog.getByRole('link', { name: /[Rr]equest|[Aa]sk/ })
    ).toBeVisible();
  });

  test('what is in the stores is found and shown', async () => {
    const page = lab();
    const catalog = await wholeCatalog(page);
    const box = catalog.getByLabel('Search the catalog');
    const first = catalog.locator('.jp-LeapCatalog-result').first();
    await expect(async () => {
      await box.fill('');
      await box.fill('surface_geostrophic_eastward_sea_water_velocity');
      await expect(first).toContainText(/ugos/, { timeout: 3000 });
    }).toPass({ timeout: 90_000 });
    await expect(first).toContainText('opens from here, checked today');
  });

  test('nothing is cut off, however narrow or wide @newest', async () => {
    const page = lab();
    await wholeCatalog(page);
    for (const widthPx of WIDTHS_PX) {
      await setSidebarWidth(page, widthPx);
      await expectNothingCutOff(page);
    }
  });
});
