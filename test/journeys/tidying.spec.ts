import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import {
  DEMO_FOLDER,
  changeTheme,
  openLab,
  openSection,
  runFromPalette,
  setSidebarWidth,
  TOKEN,
  type Theme
} from './lab';

const THEMES: [string, Theme][] = [
  ['dark', 'JupyterLab Dark'],
  ['light', 'JupyterLab Light']
];

// These change the home, so their file comes last.
test.describe('Tidying', () => {
  test('the dialogs are accessible and have their picture taken @newest', async ({
    page
  }) => {
    await openLab(page);
    const home = await openSection(page, 'home');
    await home.getByRole('button', { name: 'Review…' }).click();
    await expect(dialog(page, 'Safe to clear')).toBeVisible();
    await look(page, 'clear');
    await page.getByRole('button', { name: 'Continue…' }).click();
    await expect(dialog(page, 'Delete for good')).toBeVisible();
    await look(page, 'confirm');
    await leave(page, dialog(page, 'Delete for good'));
  });

  test('a cache that a running kernel works in is not marked, until the kernel ends @newest', async ({
    page
  }) => {
    await openLab(page);
    const home = await openSection(page, 'home');
    const headers = { Authorization: `token ${TOKEN}` };
    const started = await page.request.post('/api/kernels', {
      headers,
      data: { name: 'python3', path: '.cache/pip' }
    });
    const { id } = (await started.json()) as { id: string };
    const choice = dialog(page, 'Safe to clear');
    const pip = choice.getByRole('listitem').filter({ hasText: 'pip' });
    await home.getByRole('button', { name: 'Review…' }).click();
    await expect(pip).toContainText('In use now by: python');
    await expect(pip.getByRole('checkbox')).not.toBeChecked();
    await leave(page, choice);
    await page.request.delete(`/api/kernels/${id}`, { headers });
    await home.getByRole('button', { name: 'Review…' }).click();
    await expect(pip.getByRole('checkbox')).toBeChecked();
    await leave(page, choice);
  });

  test('the biggest cache is found and cleared with the mouse, and the number falls', async ({
    page
  }) => {
    await openLab(page);
    const home = await openSection(page, 'home');
    const before = await countedMegabytes(page, home);
    await home.getByRole('button', { name: 'Review…' }).click();
    const choice = dialog(page, 'Safe to clear');
    const biggest = choice.getByRole('listitem').getByRole('checkbox').first();
    await expect(biggest).toBeChecked();
    await choice.getByRole('checkbox', { name: /^All that comes/ }).uncheck();
    const next = page.getByRole('button', { name: 'Continue…' });
    await expect(next).toBeDisabled();
    await biggest.check();
    const marked = await choice.getByRole('status').textContent();
    await next.click();
    const confirm = dialog(page, 'Delete for good');
    await expect(
      confirm.getByTitle('.cache/huggingface/hub').first()
    ).toBeVisible();
    await expect(
      dialog(page, 'Delete for good').getByRole('button', { name: 'Cancel' })
    ).toBeFocused();
    await dialog(page, 'Delete for good')
      .getByRole('button', { name: 'Delete' })
      .click();
    const freed = Number(/([\d.]+).MB/.exec(marked ?? '')?.[1]);
    await expect
      .poll(() => usedMegabytes(home))
      .toBeLessThan(before - freed + 2);
    await expect(home.getByText(/^Counted/)).toBeVisible();
    expect(await usedMegabytes(home)).toBeGreaterThan(before - freed - 2);
    // The status bar says the same; both may still change by what JupyterLab itself writes.
    await expect(async () => {
      const used = await home.locator('.jp-LeapHeadline').first().textContent();
      const status = page.locator('.jp-LeapStatusItem').first();
      await expect(status).toContainText(used ?? '', { timeout: 1000 });
    }).toPass();
  });

  test('a checkpoint whose notebook is lost while the dialog is open stays', async ({
    page
  }) => {
    const thesis = join(DEMO_FOLDER, 'home', 'thesis');
    const copies = join(thesis, '.ipynb_checkpoints');
    mkdirSync(copies, { recursive: true });
    writeFileSync(join(thesis, 'thesis.ipynb'), '{}');
    writeFileSync(join(copies, 'thesis-checkpoint.ipynb'), '{}');
    await openLab(page);
    const home = await openSection(page, 'home');
    await home.getByRole('button', { name: 'Review…' }).click();
    const choice = dialog(page, 'Safe to clear');
    await expect(
      choice.getByRole('listitem').filter({ hasText: 'Notebook checkpoints' })
    ).toBeVisible();

    truncateSync(join(thesis, 'thesis.ipynb'));
    await page.getByRole('button', { name: 'Continue…' }).click();

    const confirm = dialog(page, 'Delete for good');
    await expect(confirm.getByText('Cannot be deleted')).toBeVisible();
    await expect(confirm).toContainText('changed since you looked');
    await expect(
      confirm.getByTitle('thesis/.ipynb_checkpoints').first()
    ).toBeVisible();
    await leave(page, confirm);
    rmSync(thesis, { recursive: true });
  });

  test('a cache is cleared with the keyboard alone', async ({ page }) => {
    await openLab(page);
    const home = await openSection(page, 'home');
    const before = await countedMegabytes(page, home);
    await runFromPalette(page, 'Review What Is Safe to Clear');
    const choice = dialog(page, 'Safe to clear');
    await expect(choice.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(choice.getByRole('checkbox').last()).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog(page, 'Delete for good').waitFor();
    await expect(
      dialog(page, 'Delete for good').getByRole('button', { name: 'Cancel' })
    ).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('.jp-Dialog')).toHaveCount(0);
    await expect.poll(() => usedMegabytes(home)).toBeLessThan(before);
    await expect(page.locator('body')).not.toBeFocused();
  });

  test('two entries are marked by key, by click and by its box, and deleted together', async ({
    page
  }) => {
    await openLab(page);
    const home = await openSection(page, 'home');
    const tree = home.getByRole('treegrid');
    const row = (path: string): Locator =>
      home.locator(`[data-path="${path}"]`);
    await setSidebarWidth(page, 240);
    await row('projects').click();
    await row('projects/eddies').click();
    const before = await row('data').boundingBox();
    await tree.press('Space');
    await expect(home.getByText(/^1 marked, /)).toBeVisible();
    // What is under the mouse stays under it.
    expect(await row('data').boundingBox()).toEqual(before);
    await row('data').click({ modifiers: ['ControlOrMeta'] });
    await expect(home.getByText(/^2 marked, /)).toBeVisible();
    await expect(tree.locator('[aria-selected="true"]')).toHaveCount(2);
    // A second thought.
    await row('data').click({ modifiers: ['ControlOrMeta'] });
    await expect(home.getByText(/^1 marked, /)).toBeVisible();
    await row('projects/eddies').click({ button: 'right' });
    await expect(
      page.getByRole('menuitem', { name: 'Delete 1 Marked…' })
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await home.getByRole('button', { name: 'Unmark' }).click();
    await expect(home.getByText(/^Counted/)).toBeVisible();
    await tree.press('ArrowLeft');
    await tree.press('Space');
    await row('projects/teaching').getByTitle('Mark to delete').click();
    await home.getByRole('button', { name: 'Delete 2 Marked…' }).click();
    const confirm = dialog(page, 'Delete for good');
    await expect(confirm).toContainText('projects/eddies');
    await expect(confirm).toContainText('projects/teaching');
    await confirm.getByRole('button', { name: 'Delete' }).click();
    await expect(row('projects/teaching')).toHaveCount(0);
    await expect(row('projects/eddies')).toHaveCount(0);
    await expect(row('data')).toBeVisible();
    await expect(home.getByText(/^Counted/)).toBeVisible();
  });

  test('a folder of the tree is deleted with the Delete key, after a yes', async ({
    page
  }) => {
    await openLab(page);
    const home = await openSection(page, 'home');
    const row = home.locator('[data-path="scratch-copies"]');
    await row.click();
    await home.getByRole('treegrid').press('Delete');
    await expect(dialog(page, 'Delete for good')).toContainText('600 files');
    // Enter says what has the focus: no.
    await leave(page, dialog(page, 'Delete for good'), 'Enter');
    await expect(row).toBeVisible();
    await row.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete From Home…' }).click();
    await dialog(page, 'Delete for good')
      .getByRole('button', { name: 'Delete' })
      .click();
    await expect(row).toHaveCount(0);
  });

  test('T1 untrusted output can open the dialog and nothing more', async ({
    page
  }) => {
    const changes: string[] = [];
    page.on('request', request => {
      if (request.url().includes('home/deletion')) {
        changes.push(request.url());
      }
    });
    await openLab(page);
    await openSection(page, 'home');
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.id = 'hostile';
      button.dataset['commandlinkerCommand'] =
        'jupyterlab-leap:review-clearable';
      button.dataset['commandlinkerArgs'] = JSON.stringify({ confirm: false });
      document.body.append(button);
    });
    await page.locator('#hostile').dispatchEvent('click');
    // JupyterLab's own question, where it has one.
    const run = page.getByRole('button', { name: 'Run', exact: true });
    const ours = dialog(page, 'Safe to clear');
    await expect(run.or(ours)).toBeVisible();
    if (await run.isVisible()) {
      await run.click();
    }
    await leave(page, ours, 'Enter');
    expect(changes).toEqual([]);
  });
});

/** By how its title begins: on a slow machine one comes before it that is "Looking for what is safe to clear". */
function dialog(page: Page, title: string): Locator {
  return page.locator('.jp-Dialog', {
    has: page.locator('.jp-Dialog-header', {
      hasText: new RegExp(`^${title}`)
    })
  });
}

/** With a key, which reaches a dialog once that has the focus: a moment after it is seen. */
async function leave(
  page: Page,
  shown: Locator,
  key: 'Escape' | 'Enter' = 'Escape'
): Promise<void> {
  await expect(shown.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press(key);
  await expect(page.locator('.jp-Dialog')).toHaveCount(0);
}

/** What the home holds now: what is shown at first may be of before another test. */
async function countedMegabytes(page: Page, home: Locator): Promise<number> {
  const counted = home.locator('.jp-LeapHome-status time');
  const before = await counted.getAttribute('datetime');
  await page.getByRole('button', { name: /^Count what the home/ }).click();
  const isOver = home.locator(
    `.jp-LeapHome[aria-busy="false"]:has(time:not([datetime="${before ?? ''}"]))`
  );
  await expect(isOver).toBeVisible();
  return usedMegabytes(home);
}

async function usedMegabytes(home: Locator): Promise<number> {
  const text = await home.locator('.jp-LeapHeadline').first().textContent();
  return Number(/([\d.]+).MB/.exec(text ?? '')?.[1]);
}

/** Light at the end, as it was. */
async function look(page: Page, name: string): Promise<void> {
  for (const [short, theme] of THEMES) {
    await changeTheme(page, theme);
    await expectAccessible(page, '.jp-Dialog');
    await page.locator('.jp-Dialog-content').screenshot({
      path: `docs/images/${name}-${short}.png`,
      animations: 'disabled'
    });
  }
}
