import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessibleInBoth } from './accessible';
import {
  clipboard,
  expectNothingCutOff,
  openLab,
  openSection,
  runFromPalette,
  setSidebarWidth,
  tabTo
} from './lab';
import { oneLab } from './one-lab';
import { goTo, ownFolder } from './places';

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
    // A name that is typed is found among the rows that are there.
    await expect(buckets.getByRole('row', { name: /sst-daily/ })).toBeVisible();
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
});

test.describe('What is in a row, in one JupyterLab', () => {
  const lab = oneLab();

  test('a file says what is in it', async () => {
    const page = lab();
    await ownFolder(page);
    await expect(await select(page, /results\.csv/)).toContainText('step');
    await expect(await select(page, /notes\.txt/)).toContainText(
      'Eddies drift west.'
    );
  });

  test('every kind of data set is looked into, and drawn', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    await goTo(buckets, 'gs://leap-persistent/funky-user/formats/');
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

  test('another version of a repository is chosen, and the code opens that one', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    await goTo(buckets, 'gs://leap-persistent/funky-user/formats/');
    const contents = await select(page, /surface\.icechunk/);
    const version = contents.getByLabel('Version');
    await expect(version).toHaveValue('branch main');
    await version.selectOption({ label: 'corrected' });
    await expect(contents).toContainText('branch corrected');
    await contents.getByRole('button', { name: /^\W*t2m/ }).click();
    await expect(contents).toContainText('1 attribute');
    await runFromPalette(page, 'Copy Code');
    await expect
      .poll(() => clipboard(page))
      .toContain('readonly_session(branch="corrected")');
  });

  test('a look is accessible, and fits a narrow sidebar @newest', async () => {
    const page = lab();
    await ownFolder(page);
    await setSidebarWidth(page, 240);
    await lookAtTemperature(page);
    await expectNothingCutOff(page);
    await expectAccessibleInBoth(
      page,
      '#jupyterlab-leap-sidebar',
      'everything'
    );
  });
});
