import { expect, test, type Page } from '@playwright/test';
import {
  expectNothingCutOff,
  openLab,
  openSection,
  runFromPalette,
  setSidebarWidth,
  TOKEN
} from './lab';

const OLD = 'pangeo/pangeo-notebook:2023.05.08';
const NOTEBOOK = 'image-journey.ipynb';

/** A notebook with one cell, open and in front. */
async function openNotebook(page: Page, kept?: string): Promise<void> {
  await page.request.put(`/api/contents/${NOTEBOOK}`, {
    headers: { Authorization: `token ${TOKEN}` },
    data: {
      type: 'notebook',
      content: {
        cells: [
          {
            cell_type: 'code',
            id: 'first',
            source: 'x = 1',
            metadata: {},
            outputs: [],
            execution_count: null
          }
        ],
        metadata: {
          kernelspec: {
            name: 'python3',
            display_name: 'Python 3',
            language: 'python'
          },
          language_info: { name: 'python' },
          ...(kept ? { jupyterlab_leap: { image: kept } } : {})
        },
        nbformat: 4,
        nbformat_minor: 5
      }
    }
  });
  await page.goto(`/lab/tree/${NOTEBOOK}?token=${TOKEN}&reset`);
  await expect(page.locator('.jp-Notebook .jp-CodeCell')).toHaveCount(1);
}

interface IFile {
  /** Missing from the server's answer while it writes the file. */
  content?: { metadata: Record<string, unknown> };
  message?: string;
}

/** What lies in the file. */
async function readNotebook(page: Page): Promise<IFile> {
  const answer = await page.request.get(
    `/api/contents/${NOTEBOOK}?content=1&type=notebook`,
    { headers: { Authorization: `token ${TOKEN}` } }
  );
  return (await answer.json()) as IFile;
}

/** Change the notebook as its author does. */
async function typeIntoFirstCell(page: Page, text: string): Promise<void> {
  await page.locator('.jp-Notebook .cm-content').first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(text);
}

test.describe('Image', () => {
  test('a new user sees which image runs and copies its name in two clicks', async ({
    page
  }) => {
    await openLab(page);
    const image = await openSection(page, 'image');
    await expect(image.getByRole('heading')).toHaveText(/pangeo-notebook/);
    await expect(image.getByText('A tag can move')).toBeVisible();
    await expect(image.getByText(/packages are installed/)).toBeVisible();
    const spec = await image.getByLabel('Image spec').textContent();

    await image.getByRole('button', { name: 'Copy Image Spec' }).click();

    await expect(page.getByText('Copied').first()).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      spec
    );
  });

  test('the first cell prints the image', async ({ page }) => {
    await openLab(page);
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
    for (let step = 0; step < 8; step += 1) {
      if (await copy.evaluate(node => node === document.activeElement)) {
        break;
      }
      await page.keyboard.press('Tab');
    }
    await expect(copy).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Copied').first()).toBeVisible();
  });

  test('from a notebook made elsewhere to the Custom image text in two clicks', async ({
    page
  }) => {
    await openLab(page);
    await openNotebook(page, OLD);

    await page.getByTitle(/was made with pangeo-notebook:2023/).click();
    await expect(
      page.getByText(
        /image-journey\.ipynb was made with pangeo-notebook:2023\.05\.08; this is/
      )
    ).toBeVisible();
    await page
      .getByRole('button', { name: 'Copy the Image of This Notebook' })
      .click();

    await expect(page.getByText('Copied').first()).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(OLD);
  });

  test('the keyboard alone reaches that text too', async ({ page }) => {
    await openLab(page);
    await openNotebook(page, OLD);
    await runFromPalette(page, 'Copy the Image of This Notebook');

    await expect(page.getByText('Copied').first()).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(OLD);
  });

  test('a saved notebook carries its image, and is still a valid notebook', async ({
    page
  }) => {
    await openLab(page);
    await openNotebook(page);
    await typeIntoFirstCell(page, '# more');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Keep It' }).click();

    await expect
      .poll(async () => (await readNotebook(page)).content?.metadata)
      .toMatchObject({
        jupyterlab_leap: {
          image: expect.stringMatching(/^pangeo\/pangeo-notebook:/),
          python: expect.stringMatching(/^3\./)
        }
      });
    // The server validates with nbformat, and says here what is wrong.
    expect((await readNotebook(page)).message ?? null).toBeNull();
  });

  for (const widthPx of [240, 600]) {
    test(`nothing is cut off at ${String(widthPx)} pixels @newest`, async ({
      page
    }) => {
      await openLab(page);
      const image = await openSection(page, 'image');
      await expect(image.getByText(/packages are installed/)).toBeVisible();
      await setSidebarWidth(page, widthPx);
      await expectNothingCutOff(page);
    });
  }
});
