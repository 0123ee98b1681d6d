import { expect, test, type Page } from '@playwright/test';
import {
  expectNothingCutOff,
  openLab,
  openSection,
  openSidebar,
  runFromPalette,
  setSidebarWidth
} from './lab';

/** The image has an item too, further to the right. */
const homeStatus = (page: Page) => page.locator('.jp-LeapStatusItem').first();

test.describe('Storage', () => {
  test('a new user sees the number, what it means, and what fills the home', async ({
    page
  }) => {
    await openLab(page);
    const sidebar = await openSidebar(page);
    await expect(sidebar.getByRole('heading', { level: 4 }).first()).toHaveText(
      /\d.*B of 500.MB/
    );
    await expect(sidebar.getByRole('meter')).toHaveAttribute(
      'aria-valuetext',
      /of 500.MB/
    );
    await expect(sidebar.getByText('demo setting').first()).toBeVisible();
    const tree = sidebar.getByRole('treegrid');
    await expect(tree.locator('[data-path]').first()).toBeVisible();
    await expect(homeStatus(page)).toContainText('of 500');
  });

  test('a folder unfolds by mouse and by keyboard', async ({ page }) => {
    await openLab(page);
    const home = await openSection(page, 'home');
    const cache = home.getByRole('row', { name: '.cache' }).first();
    await cache.click();
    await expect(cache).toHaveAttribute('aria-expanded', 'true');
    await expect(home.locator('[data-path=".cache/pip"]')).toBeVisible();
    // JupyterLab may still be giving its launcher the focus.
    const tree = home.getByRole('treegrid');
    await tree.press('ArrowLeft');
    await expect(home.locator('[data-path=".cache/pip"]')).toHaveCount(0);
    await tree.press('ArrowRight');
    await expect(home.locator('[data-path=".cache/pip"]')).toBeVisible();
  });

  test('the status bar and the palette open the section', async ({ page }) => {
    await openLab(page);
    await homeStatus(page).click();
    await expect(page.locator('#jupyterlab-leap-sidebar')).toBeVisible();
    await page
      .locator('.jp-SideBar [data-id="jupyterlab-leap-sidebar"]')
      .click();
    await expect(page.locator('#jupyterlab-leap-sidebar')).toBeHidden();
    await runFromPalette(page, 'Show What Fills My Home');
    await expect(page.locator('#jupyterlab-leap-sidebar')).toBeVisible();
  });

  test('a limit speaks once, also after a reload', async ({ page }) => {
    await openLab(page);
    const toasts = page.locator('.jp-toast-button, .Toastify__toast');
    await expect(toasts.first()).toBeVisible({ timeout: 30_000 });
    await page.reload();
    await expect(homeStatus(page)).toContainText('of 500');
    await expect(page.locator('.Toastify__toast')).toHaveCount(0);
  });

  for (const widthPx of [240, 600]) {
    test(`nothing is cut off at ${String(widthPx)} pixels @newest`, async ({
      page
    }) => {
      await openLab(page);
      const home = await openSection(page, 'home');
      await expect(home.getByRole('row').first()).toBeVisible();
      await setSidebarWidth(page, widthPx);
      await expectNothingCutOff(page);
    });
  }
});
