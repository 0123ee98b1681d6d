import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { clipboard, TOKEN } from './lab';
import {
  expectKept,
  setKeepImage,
  typeIntoFirstCell,
  writeNotebook
} from './notebook-file';

const OLD = { image: 'pangeo/pangeo-notebook:2023.05.08' };

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`/notebooks/${path}?token=${TOKEN}`);
  await expect(page.locator('.jp-Notebook .jp-CodeCell')).toHaveCount(1);
}

/** View → Left Sidebar → LEAP, then its Image section. */
async function openImageByMouse(page: Page): Promise<void> {
  /* eslint-disable jupyter/galata-prefer-menu-helper -- Galata's helper is for JupyterLab's menu */
  const ours = page.locator('.lm-Menu-item', { hasText: 'LEAP' });
  // A menu that is open does not learn of a sidebar that comes while Notebook 7 still loads: open it again.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'View' }).first().click();
    await page.locator('.lm-Menu-item', { hasText: 'Left Sidebar' }).click();
    await expect(ours).toBeVisible({ timeout: 2000 });
  }).toPass();
  await ours.click();
  /* eslint-enable jupyter/galata-prefer-menu-helper */
  const head = page.locator(
    '#jupyterlab-leap-sidebar .jp-AccordionPanel-title',
    { hasText: 'Image' }
  );
  await head.click();
}

test.describe('In Notebook 7', () => {
  test('the menu shows the section, with the image and its spec to copy @notebook', async ({
    page
  }) => {
    await writeNotebook(page, 'seven.ipynb', OLD);
    await open(page, 'seven.ipynb');
    await openImageByMouse(page);

    const image = page.locator('#jp-leap-image .jp-LeapSection-body');
    await expect(image.getByRole('heading')).toHaveText(/pangeo-notebook/);
    await expect(
      image.getByText('Made with pangeo-notebook:2023.05.08')
    ).toBeVisible();
    await expectAccessible(
      page,
      '#jp-leap-image .jp-LeapSection-body',
      'everything'
    );
    await image
      .getByRole('button', { name: 'Copy the Image of This Notebook' })
      .click();
    await expect.poll(() => clipboard(page)).toBe(OLD.image);
  });

  test('a notification says where a notebook was made; two clicks lead to its image @notebook', async ({
    page
  }) => {
    await writeNotebook(page, 'seven.ipynb', OLD);
    await open(page, 'seven.ipynb');
    await expect(
      page.getByText('seven.ipynb was made with pangeo-notebook:2023.05.08')
    ).toBeVisible();

    await page.getByRole('button', { name: 'Show' }).click();
    await page
      .getByRole('button', { name: 'Copy the Image of This Notebook' })
      .click();

    await expect.poll(() => clipboard(page)).toBe(OLD.image);
  });

  test('the keyboard alone saves a notebook with its image @notebook', async ({
    page
  }) => {
    await writeNotebook(page, 'kept.ipynb');
    await setKeepImage(page, 'on');
    await open(page, 'kept.ipynb');
    await typeIntoFirstCell(page, '# more');
    await page.keyboard.press('Control+s');

    await expectKept(page, 'kept.ipynb', {
      image: 'pangeo/pangeo-notebook:2026.06.04',
      serverStartedAt: expect.stringMatching(/Z$/),
      python: expect.stringMatching(/^3\./)
    });
  });
});
