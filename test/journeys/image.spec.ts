import { expect, test, type Page } from '@playwright/test';
import {
  clipboard,
  expectNothingCutOff,
  openLab,
  openSection,
  runFromPalette,
  setSidebarWidth,
  tabTo,
  TOKEN,
  WIDTHS_PX
} from './lab';
import {
  expectKept,
  setKeepImage,
  typeIntoFirstCell,
  writeNotebook
} from './notebook-file';

const OLD = 'pangeo/pangeo-notebook:2023.05.08';
const NOTEBOOK = 'image-journey.ipynb';
const KEPT = {
  image: 'pangeo/pangeo-notebook:2026.06.04',
  serverStartedAt: expect.stringMatching(/Z$/),
  python: expect.stringMatching(/^3\./)
};

/** A notebook with one cell, open and in front. */
async function openNotebook(page: Page, kept?: string): Promise<void> {
  await writeNotebook(page, NOTEBOOK, kept && { image: kept });
  await page.goto(`/lab/tree/${NOTEBOOK}?token=${TOKEN}&reset`);
  await expect(page.locator('#jupyterlab-splash')).toHaveCount(0, {
    timeout: 45_000
  });
  await expect(page.locator('.jp-Notebook .jp-CodeCell')).toHaveCount(1);
  // A kernel that starts writes its language into the notebook, which is then changed without its author.
  await expect(page.locator('#jp-main-statusbar')).toContainText('| Idle', {
    timeout: 45_000
  });
}

test.describe('Image', () => {
  test('a new user sees which image runs and copies its name in two clicks', async ({
    page
  }) => {
    await openLab(page);
    const image = await openSection(page, 'image');
    await expect(image.getByRole('heading')).toHaveText(/pangeo-notebook/);
    await expect(image.getByText('A tag can move')).toBeVisible();
    await expect(image.getByText(/All \d+ installed packages/)).toBeVisible();
    const spec = await image.getByLabel('Image spec').textContent();

    await image.getByRole('button', { name: 'Copy Image Spec' }).click();

    await expect(page.getByText('Copied').first()).toBeVisible();
    await expect.poll(() => clipboard(page)).toBe(spec);
  });

  test('the first cell prints the image', async ({ page }) => {
    await openNotebook(page);
    const image = await openSection(page, 'image');
    await image.getByRole('button', { name: 'Insert as First Cell' }).click();

    const cells = page.locator('.jp-Notebook .jp-CodeCell');
    await expect(cells).toHaveCount(2);
    await expect(cells.first()).toContainText(
      'print(os.environ["JUPYTER_IMAGE_SPEC"])'
    );
    await expect(cells.nth(1)).toContainText('x = 1');
  });

  test('a refused clipboard leaves the text selected', async ({ page }) => {
    await openLab(page);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    });
    await runFromPalette(page, 'Copy Image Spec');

    const field = page.getByLabel('Text to copy');
    await expect(field).toBeFocused();
    expect(
      await field.evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd)
      )
    ).toMatch(/^pangeo\//);
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
  });

  test('the keyboard alone opens the section and copies', async ({ page }) => {
    await openLab(page);
    await runFromPalette(page, 'Show Which Image Runs');
    const copy = page.getByRole('button', { name: 'Copy Image Spec' });
    await expect(copy).toBeVisible();
    await tabTo(page, copy);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Copied').first()).toBeVisible();
  });

  test('from a notebook made elsewhere to the Custom image text in two clicks', async ({
    page
  }) => {
    await openNotebook(page, OLD);

    await page.getByTitle(/was made with pangeo-notebook:2023/).click();
    await expect(
      page.getByText(/Made with pangeo-notebook:2023\.05\.08; this is/)
    ).toBeVisible();
    await page
      .getByRole('button', { name: 'Copy the Image of This Notebook' })
      .click();

    await expect(page.getByText('Copied').first()).toBeVisible();
    await expect.poll(() => clipboard(page)).toBe(OLD);
  });

  test('the keyboard alone reaches that text too', async ({ page }) => {
    await openNotebook(page, OLD);
    await runFromPalette(page, 'Copy the Image of This Notebook');

    await expect(page.getByText('Copied').first()).toBeVisible();
    await expect.poll(() => clipboard(page)).toBe(OLD);
  });

  test('a saved notebook carries its image, and is still a valid notebook', async ({
    page
  }) => {
    await setKeepImage(page, 'ask');
    await openNotebook(page);
    await typeIntoFirstCell(page, '# more');
    await page.getByTitle(/^Save and create checkpoint/).click();
    await page.getByRole('button', { name: 'Keep It' }).click();

    await expectKept(page, NOTEBOOK, KEPT);
  });

  test('the keyboard alone saves it too, and what is only opened stays as it was', async ({
    page
  }) => {
    await setKeepImage(page, 'on');
    await openNotebook(page, OLD);
    // JupyterLab knows no shortcut before it has restored what it shows, and takes no second save before the first one has
    // its checkpoint.
    await expect(async () => {
      const saved = page.waitForResponse(
        answer =>
          answer.url().includes(`${NOTEBOOK}/checkpoints`) &&
          answer.request().method() === 'POST',
        { timeout: 10_000 }
      );
      await page.keyboard.press('Control+s');
      await saved;
    }).toPass();
    await expectKept(page, NOTEBOOK, { image: OLD });

    await page.locator('.jp-Notebook').press('Enter');
    await page.keyboard.type('# more ');
    await page.keyboard.press('Control+s');

    await expectKept(page, NOTEBOOK, KEPT);
    await setKeepImage(page, 'ask');
  });

  test('nothing is cut off, however narrow or wide @newest', async ({
    page
  }) => {
    await openLab(page);
    const image = await openSection(page, 'image');
    await expect(image.getByText(/All \d+ installed packages/)).toBeVisible();
    for (const widthPx of WIDTHS_PX) {
      await setSidebarWidth(page, widthPx);
      await expectNothingCutOff(page);
    }
  });
});
