import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  expectNothingCutOff,
  openLab,
  openSection,
  openSidebar,
  runFromPalette,
  setSettings,
  settingsKept,
  setSidebarWidth,
  WIDTHS_PX
} from './lab';
import { oneLab } from './one-lab';

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

  test('the table is sorted by mouse and by keyboard, and stays so for the next visit', async ({
    page
  }) => {
    await setSettings(page, 'jupyterlab-leap:home', {});
    await openLab(page);
    let home = await openSection(page, 'home');
    const first = () => home.locator('[data-path]').first();
    await expect(first()).toHaveAttribute('aria-level', '1');
    const ordered = settingsKept(page, 'jupyterlab-leap:home');
    await home.getByLabel('Sort by').selectOption('Name');
    await expect(first()).toHaveAttribute('data-path', '.bashrc');
    await ordered;
    await openLab(page);
    home = await openSection(page, 'home');
    await expect(first()).toHaveAttribute('data-path', '.bashrc');
    await setSidebarWidth(page, 600);
    await runFromPalette(page, 'Picture of What Fills My Home');
    const size = home.getByRole('button', { name: 'Size' });
    await size.focus();
    await page.keyboard.press('Enter');
    await expect(
      home.getByRole('columnheader', { name: 'Size' })
    ).toHaveAttribute('aria-sort', 'descending');
    await expect(first()).not.toHaveAttribute('data-path', '.bashrc');
    // The next visit has the picture again once the setting has been kept.
    const kept = settingsKept(page, 'jupyterlab-leap:home');
    await runFromPalette(page, 'Picture of What Fills My Home');
    await kept;
  });

  test('the file browser asks what uses space in a folder', async ({
    page
  }) => {
    await openLab(page);
    await page
      .locator('.jp-DirListing-item', { hasText: 'projects' })
      .click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'What Uses Space Here?' }).click();
    const row = page.locator('#jp-leap-home [data-path="projects"]');
    await expect(row).toHaveAttribute('aria-selected', 'true');
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    await expect(page.locator('#jp-leap-home .jp-LeapTree')).toBeFocused();
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
});

test.describe('Storage, in one JupyterLab', () => {
  const lab = oneLab();

  test('a folder unfolds by mouse and by keyboard', async () => {
    const page = lab();
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

  test('the picture follows the table, beside it where there is room', async () => {
    const page = lab();
    const home = await openSection(page, 'home');
    const tree = home.getByRole('treegrid');
    const picture = home.getByRole('group', { name: /^Picture/ });
    const show = page.getByRole('button', { name: /^Show what fills/ });
    const hide = page.getByRole('button', { name: /^Hide the areas/ });
    // A test that was tried twice may have left it hidden.
    if (await show.isVisible()) {
      await show.click();
    }
    await expect(picture).toBeVisible();
    await hide.click();
    await expect(picture).toHaveCount(0);
    await show.click();
    await setSidebarWidth(page, 300);
    await expect.poll(() => below(picture, tree)).toBe(true);
    await setSidebarWidth(page, 600);
    await expect.poll(() => below(picture, tree)).toBe(false);
    await picture.locator('[data-tile="projects"]').click();
    await expect(home.locator('[data-path="projects"]')).toHaveAttribute(
      'aria-selected',
      'true'
    );
    await home.locator('[data-path=".conda"]').click();
    await expect(home.getByText(/^\.conda: /)).toBeVisible();
  });

  test('a large file is found in the table, and among the files', async () => {
    const page = lab();
    const home = await openSection(page, 'home');
    await home.getByText('Largest files').click();
    await home.getByRole('button', { name: /^projects\/eddies\// }).click();
    const row = home.locator('.jp-LeapTree-row.jp-mod-current');
    await expect(row).toHaveAttribute('data-path', /^projects\/eddies\//);
    await expect(row).toBeInViewport();
    await row.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Show in File Browser' }).click();
    await expect(
      page.locator('.jp-DirListing-item.jp-mod-selected')
    ).toContainText('checkpoint.pt');
  });

  test('nothing is cut off, however narrow or wide @newest', async () => {
    const page = lab();
    const home = await openSection(page, 'home');
    await expect(home.getByRole('row').first()).toBeVisible();
    for (const widthPx of WIDTHS_PX) {
      await setSidebarWidth(page, widthPx);
      await expectNothingCutOff(page);
    }
  });
});

async function below(lower: Locator, upper: Locator): Promise<boolean> {
  const [low, up] = [await lower.boundingBox(), await upper.boundingBox()];
  return low !== null && up !== null && low.y >= up.y + up.height;
}
