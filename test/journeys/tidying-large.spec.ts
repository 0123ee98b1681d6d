import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { DEMO_FOLDER, openLab, openSection, setSidebarWidth } from './lab';

test.describe('Tidying', () => {
  test('a large file is marked in its list and deleted from there, by mouse and by key', async ({
    page
  }) => {
    const folder = join(DEMO_FOLDER, 'home', 'large');
    mkdirSync(folder);
    for (const name of ['one.bin', 'other.bin']) {
      writeFileSync(join(folder, name), Buffer.alloc(40_000_000, 1));
    }
    await openLab(page);
    const home = await openSection(page, 'home');
    await setSidebarWidth(page, 240);
    await expect(home.getByText(/^Counted/)).toBeVisible();
    await page.getByRole('button', { name: /^Count what the home/ }).click();
    await home.getByText('Largest files').click();
    const box = (name: string): Locator =>
      home.getByRole('checkbox', { name: `Mark to delete: large/${name}` });
    await box('one.bin').check();
    // Far below the table, and yet in view.
    const erase = home.getByRole('button', { name: 'Delete 1 Marked…' });
    await expect(erase).toBeInViewport();
    await expect(box('one.bin')).toBeInViewport();
    await erase.click();
    const confirm = dialog(page);
    await expect(confirm).toContainText('large/one.bin');
    await confirm.getByRole('button', { name: 'Delete' }).click();
    await expect(box('one.bin')).toHaveCount(0);

    await box('other.bin').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Delete');
    await expect(dialog(page)).toContainText('large/other.bin');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(box('other.bin')).toHaveCount(0);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    await expect(page.locator('body')).not.toBeFocused();
  });
});

/** The last question before something is deleted. */
function dialog(page: Page): Locator {
  return page.locator('.jp-Dialog', { hasText: 'Delete for good' });
}
