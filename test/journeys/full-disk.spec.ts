import { expect, test, type Locator, type Page } from '@playwright/test';
import { FullHome } from './full-home';
import { runFromPalette } from './lab';

const PIP = '.cache/pip/http/wheel';

/** What a new user does whose home cannot take one more byte: JupyterLab cannot save, nor can anything else. */
test.describe('On a full disk', () => {
  let home: FullHome | null = null;
  let address = '';

  test.beforeAll(async () => {
    home = FullHome.make();
    if (home) {
      home.write(PIP, 9);
      home.write('.cache/huggingface/hub/model/blobs/weights', 4);
      home.fill('results.dat');
      address = await home.start();
    }
  });
  test.afterAll(() => home?.remove());

  test('the biggest cache is found from the toast and cleared, by mouse and by keyboard @newest', async ({
    page
  }) => {
    test.skip(home === null, 'This machine does not let us mount a disk.');
    await page.goto(`${address}&reset`);
    const toast = page.getByText(/^The disk that your home is on is full/);
    await expect(toast.first()).toBeVisible({ timeout: 60_000 });
    const status = page.locator('.jp-LeapStatusItem').first();
    await expect(status).toContainText('Disk full');
    await page.getByRole('button', { name: 'What is using space?' }).click();
    const storage = page.locator('#jp-leap-home .jp-LeapSection-body');
    await expect(storage.getByText(/Nothing can be saved/)).toBeVisible();
    const full = await usedMegabytes(storage);
    await storage.getByRole('button', { name: 'Review…' }).click();
    const choice = dialog(page, 'Safe to clear');
    await expect(choice.getByRole('listitem').first()).toContainText('pip');
    const other = choice.getByRole('listitem').nth(1);
    await other.getByRole('checkbox').uncheck();
    await choice.getByRole('button', { name: 'Continue…' }).click();
    const confirm = dialog(page, 'Delete for good: 9 MB');
    await expect(confirm).toContainText('.cache/pip');
    await confirm.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => usedMegabytes(storage)).toBeLessThan(full - 8);
    await expect(status).not.toContainText('Disk full');
    await expect(toast).toHaveCount(0);

    home?.write(PIP, 2);
    home?.fill('results.dat');
    await runFromPalette(page, 'Count My Home Again');
    await expect(status).toContainText('Disk full');
    await expect(toast.first()).toBeVisible();
    const again = await usedMegabytes(storage);
    await runFromPalette(page, 'Review What Is Safe to Clear');
    await expect(cancel(choice)).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(cancel(dialog(page, 'Delete for good'))).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => usedMegabytes(storage)).toBeLessThan(again - 3);
    await expect(status).not.toContainText('Disk full');
  });
});

function dialog(page: Page, title: string): Locator {
  return page.locator('.jp-Dialog', {
    has: page.locator('.jp-Dialog-header', { hasText: title })
  });
}

/** Where the focus is when a dialog can be answered. */
function cancel(shown: Locator): Locator {
  return shown.getByRole('button', { name: 'Cancel' });
}

async function usedMegabytes(storage: Locator): Promise<number> {
  const text = await storage.locator('.jp-LeapHeadline').first().textContent();
  return Number(/([\d.]+).MB/.exec(text ?? '')?.[1]);
}
