import { expect, test, type Page } from '@playwright/test';
import { openSection, TOKEN } from './lab';
import {
  expectKept,
  setKeepImage,
  typeIntoFirstCell,
  writeNotebook
} from './notebook-file';

const THIS = {
  image: 'pangeo/pangeo-notebook:2026.06.04',
  serverStartedAt: expect.stringMatching(/Z$/),
  python: expect.stringMatching(/^3\./)
};
const OLD = { image: 'pangeo/pangeo-notebook:2023.05.08' };

/** A page with the notebook open, its cells there. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(`/lab/tree/${path}?token=${TOKEN}&reset`);
  await expect(page.locator('.jp-Notebook .jp-CodeCell')).toHaveCount(1);
  await expect(page.locator('.jp-Notebook .cm-content').first()).toHaveText(
    /x = 1/
  );
}

test.describe('With real-time collaboration', () => {
  test('the image is kept though nobody saves, and by whoever changed the notebook @together', async ({
    page,
    context
  }) => {
    await writeNotebook(page, 'together.ipynb', OLD);
    await setKeepImage(page, 'on');
    await open(page, 'together.ipynb');
    const other = await context.newPage();
    await open(other, 'together.ipynb');
    // Two pages look on, and nothing is written.
    await page.waitForTimeout(2500);
    await expectKept(page, 'together.ipynb', OLD);
    await page.bringToFront();
    await typeIntoFirstCell(page, '# mine');

    await expectKept(page, 'together.ipynb', THIS);
    await expect(other.locator('.jp-Notebook .cm-content').first()).toHaveText(
      /# mine/
    );
  });

  test('asks once, and the answer is written without a save @together', async ({
    page
  }) => {
    await writeNotebook(page, 'asked.ipynb');
    await setKeepImage(page, 'ask');
    await open(page, 'asked.ipynb');
    await typeIntoFirstCell(page, '# more');

    await page.getByRole('button', { name: 'Keep It' }).click();

    await expectKept(page, 'asked.ipynb', THIS);
  });

  test('the section shows the image and where a notebook was made @together', async ({
    page
  }) => {
    await writeNotebook(page, 'old.ipynb', OLD);
    await setKeepImage(page, 'off');
    await open(page, 'old.ipynb');

    const image = await openSection(page, 'image');
    await expect(image.getByRole('heading')).toHaveText(/pangeo-notebook/);
    await expect(
      image.getByText('Made with pangeo-notebook:2023.05.08')
    ).toBeVisible();
    await image.getByRole('button', { name: 'Insert as First Cell' }).click();
    await expect(page.locator('.jp-Notebook .jp-CodeCell')).toHaveCount(2);
  });
});
