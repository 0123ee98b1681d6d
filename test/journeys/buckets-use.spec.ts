import { expect, test } from '@playwright/test';
import { expectAccessibleInBoth } from './accessible';
import {
  clipboard,
  openLab,
  openSection,
  runCell,
  runFromPalette,
  TOKEN
} from './lab';
import { oneLab } from './one-lab';
import { goTo, ownFolder, pathOf } from './places';

test.describe('Buckets, put to use', () => {
  test('last week’s Zarr is found, its last day seen, its code inserted and run @newest', async ({
    page
  }) => {
    test.setTimeout(180_000);
    await openLab(page);
    const buckets = await openSection(page, 'buckets');
    const row = buckets.getByRole('row', { name: /sst-daily\.zarr/ });
    await expect(row.locator('time')).toHaveAttribute(
      'title',
      /Its first objects are deleted/
    );
    // Typed ahead, then Ctrl+Enter: no mouse.
    await buckets.getByRole('grid').press('s');
    await expect(row).toHaveAttribute('aria-selected', 'true');
    await expect(buckets.getByLabel('The selected entry')).toContainText(
      /Its first objects are deleted on/
    );
    await buckets.getByRole('grid').press('Control+Enter');
    await expect(page.locator('.jp-NotebookPanel')).toBeVisible({
      timeout: 30_000
    });
    await runCell(page);
    const output = page.locator('.jp-OutputArea-output');
    await expect(output).toContainText('time: 150', { timeout: 120_000 });
    await expect(output).not.toContainText('Error');
  });

  test('a public bucket opens, is kept, and a link opens it again', async ({
    page
  }) => {
    await openLab(page);
    const buckets = await openSection(page, 'buckets');
    await goTo(buckets, 'https://storage.googleapis.com/cmip6-sample/CMIP6/');
    await expect(pathOf(buckets)).toContainText('CMIP6');
    await expect(buckets).toContainText(/not one of the buckets of this hub/);
    await buckets
      .getByRole('button', { name: 'Bookmark', exact: true })
      .press('Enter');
    await runFromPalette(page, 'Copy Link to This Place');
    await expect
      .poll(() => clipboard(page))
      .toMatch(/\/lab\?leap=gs%3A%2F%2Fcmip6-sample%2FCMIP6%2F$/);
    const link = await clipboard(page);
    await page.goto(`${link}&token=${TOKEN}`);
    const again = page.locator('#jp-leap-buckets .jp-LeapSection-body');
    await expect(pathOf(again)).toContainText('CMIP6', { timeout: 45_000 });
    await expect(page).not.toHaveURL(/leap=/);
  });

  test('an object opens read-only with a lock, and is never saved', async ({
    page
  }) => {
    test.setTimeout(120_000);
    await openLab(page);
    const buckets = await openSection(page, 'buckets');
    const sent: string[] = [];
    page.on('request', request => {
      if (!['GET', 'POST'].includes(request.method())) {
        sent.push(`${request.method()} ${request.url()}`);
      }
    });
    await buckets.getByRole('row', { name: /results\.csv/ }).click();
    await buckets.getByRole('grid').press('Enter');
    const tab = page.locator('#jp-main-dock-panel .lm-TabBar-tab', {
      hasText: 'results.csv'
    });
    await expect(
      tab.locator('[data-icon="jupyterlab-leap:closed"]')
    ).toBeVisible();
    await expect(tab).toHaveAttribute('title', /Read-only/);
    await goTo(buckets, 'gs://leap-scratch/funky-user/notes.txt');
    await expect(buckets.getByLabel('The selected entry')).toContainText(
      'notes.txt'
    );
    await buckets.getByRole('button', { name: 'Open Read-Only' }).click();
    const editor = page.locator('.jp-FileEditor .cm-content');
    await expect(editor).toContainText('Eddies drift west');
    await editor.click();
    await page.keyboard.type('changed ');
    await page.keyboard.press('Control+s');
    await expect(
      page.locator('.jp-Dialog, .Toastify__toast').first()
    ).toBeVisible();
    expect(sent.filter(line => line.includes('/api/contents/'))).toEqual([]);
  });

  test('the name in a row can be selected, and the row dragged into a notebook is a cell of code @newest', async ({
    page
  }) => {
    await openLab(page);
    await runFromPalette(page, 'New Notebook');
    // It asks for a kernel, unless there is a usual one.
    const ask = page.locator('.jp-Dialog .jp-mod-accept');
    const chosen = page.locator('#jp-main-statusbar').getByText(/^Python 3/);
    await expect(ask.or(chosen).first()).toBeVisible();
    if (await ask.isVisible()) {
      await ask.click();
    }
    await expect(page.locator('.jp-Dialog')).toHaveCount(0);
    const cell = page.locator('.jp-NotebookPanel .jp-Cell').first();
    await expect(cell).toBeVisible();
    const buckets = await openSection(page, 'buckets');
    const row = buckets.getByRole('row', { name: /results\.csv/ });
    await expect(row).toBeVisible();
    const name = row.locator('bdi');
    const from = await name.boundingBox();
    const y = (from?.y ?? 0) + 8;
    await page.mouse.move((from?.x ?? 0) + 1, y);
    await page.mouse.down();
    const end = (from?.x ?? 0) + (from?.width ?? 0) - 1;
    await page.mouse.move(end, y, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.press('Control+c');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe('results.csv');
    const to = await cell.boundingBox();
    await page.mouse.move((from?.x ?? 0) + 8, y);
    await page.mouse.down();
    await page.mouse.move((to?.x ?? 0) + 200, (to?.y ?? 0) + 20, { steps: 8 });
    await page.mouse.up();
    await expect(page.locator('.jp-NotebookPanel .jp-Cell')).toHaveCount(2);
    await expect(page.locator('.jp-NotebookPanel')).toContainText(
      'pd.read_csv("gs://leap-scratch/funky-user/results.csv")'
    );
    expect(await page.evaluate(() => String(getSelection()))).toBe('');
  });
});

test.describe('Buckets, put to use in one JupyterLab', () => {
  const lab = oneLab();

  test('a requester-pays bucket asks before it is read', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    await goTo(buckets, 'gs://requester-pays-sample/');
    await expect(buckets.getByRole('alert')).toContainText('The reader pays');
    await buckets.getByLabel(/project of yours/).fill('my-project-1');
    await page.keyboard.press('Enter');
    await expect(buckets.getByRole('row', { name: /data/ })).toBeVisible();
  });

  test('a name beyond what is loaded is found by its beginning', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    await goTo(buckets, 'gs://leap-scratch/funky-user/many-small');
    await expect(pathOf(buckets)).toContainText('many-small');
    await buckets.getByLabel(/Filter names/).fill('sample-349');
    await expect(
      buckets.getByRole('row', { name: /sample-3499\.txt/ })
    ).toBeVisible();
  });

  test('NetCDF files are filtered by a pattern and opened together', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    await goTo(buckets, 'gs://leap-persistent/funky-user/formats/');
    const rows = buckets.getByRole('grid').getByRole('row');
    await expect(rows).toHaveCount(6);
    await buckets.getByRole('searchbox').fill('*c.NC');
    await expect(rows).toHaveCount(1);
    await buckets.getByRole('searchbox').fill('*.nc');
    await expect(rows).toHaveCount(2);
    await buckets
      .getByRole('button', { name: 'Insert Code for 2 NetCDF Files' })
      .press('Enter');
    const cell = page.locator('.jp-Notebook .jp-Cell', {
      hasText: 'xr.open_mfdataset('
    });
    await expect(cell).toContainText('formats/sst-classic.nc');
  });

  test('a folder is measured, and the count can be stopped, by keyboard', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    await expect(buckets.getByRole('row').first()).toBeVisible();
    await runFromPalette(page, 'Measure All');
    await expect(buckets).toContainText(/in [\d,]+ objects/);
    await expect(buckets).toContainText(/Written between/);
  });

  test('one object is downloaded, byte for byte', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    await buckets.getByRole('row', { name: /notes\.txt/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      buckets.getByRole('button', { name: 'Download' }).click()
    ]);
    expect(download.suggestedFilename()).toBe('notes.txt');
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) {
      chunks.push(chunk as Buffer);
    }
    expect(Buffer.concat(chunks).toString()).toBe(
      'Eddies drift west. Keep the run of Tuesday.\n'
    );
  });

  test('nothing of it is out of reach, light and dark @newest', async () => {
    const page = lab();
    const buckets = await ownFolder(page);
    await buckets.getByRole('row', { name: /results\.csv/ }).click();
    await buckets.getByRole('button', { name: /Bookmarks and recent/ }).click();
    await expect(buckets.getByLabel('Deleted soon')).toBeVisible();
    await expectAccessibleInBoth(page, '#jp-leap-buckets .jp-LeapSection-body');
  });
});
