import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  expectNothingCutOff,
  openLab,
  openSection,
  runFromPalette,
  setSidebarWidth,
  type Theme
} from './lab';

async function select(page: Page, name: RegExp): Promise<Locator> {
  const buckets = await openSection(page, 'buckets');
  await buckets.getByRole('row', { name }).click();
  const contents = buckets.getByRole('group', { name: 'What is in it' });
  await expect(contents).toBeVisible();
  return contents;
}

async function lookAtTemperature(page: Page): Promise<Locator> {
  const contents = await select(page, /sst-daily\.zarr/);
  await contents.getByRole('button', { name: /^\W*sst/ }).click();
  await contents.getByRole('button', { name: /^Look at sst \(reads/ }).click();
  await expect(
    contents.getByRole('img', { name: /Map of sea surface temperature/ })
  ).toBeVisible();
  return contents;
}

/** What the demo has of each kind: its row, how it is called, and a variable to draw. */
const FORMATS: readonly (readonly [RegExp, string | RegExp, string | null])[] =
  [
    [/sst-classic\.nc/, 'NetCDF 3 (64-bit offset)', 'sst'],
    [/ocean-model\.nc/, 'NetCDF 4 (HDF5)', 'tos'],
    [/sst\.tif/, 'GeoTIFF, in tiles', 'band_data'],
    [/surface\.icechunk/, /Icechunk format \d/, 't2m'],
    [/ocean-model\.parq/, 'Kerchunk references in Parquet', 'tos'],
    [/drifter\.parquet/, '2,000 rows', null]
  ];

test.describe('What is in a row', () => {
  test('a Zarr store says what is in it, and a variable is looked at, by keyboard alone', async ({
    page
  }) => {
    await openLab(page);
    const buckets = await openSection(page, 'buckets');
    await buckets.getByRole('grid').focus();
    await page.keyboard.type('sst');
    const contents = buckets.getByRole('group', { name: 'What is in it' });
    await expect(contents).toContainText(/time.150 · lat.180 · lon.360/);
    const variable = contents.getByRole('button', { name: /^\W*sst/ });
    await tabTo(page, variable);
    await page.keyboard.press('Enter');
    const look = contents.getByRole('button', { name: /^Look at sst \(reads/ });
    await expect(look).toBeEnabled();
    await tabTo(page, look);
    await page.keyboard.press('Enter');
    const slider = contents.getByRole('slider', { name: 'time' });
    await expect(slider).toHaveAttribute('aria-valuetext', '2024-01-01');
    await tabTo(page, slider);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuetext', '2024-01-03');
    await expect(
      contents.getByRole('img', { name: /time 2024-01-03/ })
    ).toBeVisible();
  });

  test('a file says what is in it', async ({ page }) => {
    await openLab(page);
    await expect(await select(page, /results\.csv/)).toContainText('step');
    await expect(await select(page, /notes\.txt/)).toContainText(
      'Eddies drift west.'
    );
  });

  test('every kind of data set is looked into, and drawn', async ({ page }) => {
    await openLab(page);
    const buckets = await openSection(page, 'buckets');
    const box = buckets.getByLabel(/Filter names/);
    await box.fill('gs://leap-persistent/funky-user/formats/');
    await box.press('Enter');
    for (const [name, format, variable] of FORMATS) {
      const contents = await select(page, name);
      await expect(contents).toContainText(format);
      if (variable !== null) {
        const named = new RegExp(`^\\W*${variable}`);
        await contents.getByRole('button', { name: named }).click();
        await contents.getByRole('button', { name: /^Look at/ }).click();
        await expect(
          contents.getByRole('img', { name: /^Map of/ })
        ).toBeVisible();
      }
    }
    await expect(buckets.getByRole('table')).toContainText(
      '2024-01-01 06:00:00'
    );
  });

  test('another version of a repository is chosen, and the code opens that one', async ({
    page
  }) => {
    await openLab(page);
    const buckets = await openSection(page, 'buckets');
    const box = buckets.getByLabel(/Filter names/);
    await box.fill('gs://leap-persistent/funky-user/formats/');
    await box.press('Enter');
    const contents = await select(page, /surface\.icechunk/);
    const version = contents.getByLabel('Version');
    await expect(version).toHaveValue('branch main');
    await version.selectOption({ label: 'corrected' });
    await expect(contents).toContainText('branch corrected');
    await contents.getByRole('button', { name: /^\W*t2m/ }).click();
    await expect(contents).toContainText('1 attribute');
    await runFromPalette(page, 'Copy Code');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('readonly_session(branch="corrected")');
  });

  for (const theme of ['JupyterLab Light', 'JupyterLab Dark'] as Theme[]) {
    test(`a look has no accessibility violations in ${theme} @newest`, async ({
      page
    }) => {
      await openLab(page, theme);
      await lookAtTemperature(page);
      const { violations } = await new AxeBuilder({ page })
        .include('#jupyterlab-leap-sidebar')
        .analyze();
      expect(violations).toEqual([]);
    });
  }

  test('a look fits a narrow sidebar @newest', async ({ page }) => {
    await openLab(page);
    await setSidebarWidth(page, 240);
    await lookAtTemperature(page);
    await expectNothingCutOff(page);
  });
});

/** Press Tab until the focus is there, as somebody does who has no mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate(node => node === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('The focus does not get there.');
}
