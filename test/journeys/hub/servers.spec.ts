import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import {
  closeDialog,
  expectNothingCutOff,
  openSection,
  runFromPalette,
  setSidebarWidth,
  type Section,
  type Theme
} from '../lab';
import { HUB, openServer, signIn } from './lab';

const row = (body: Locator, name: string): Locator =>
  body
    .getByRole('listitem')
    .filter({ has: body.page().getByText(name, { exact: true }) });

/** Start a server with the keyboard alone. */
async function create(page: Page, body: Locator, name: string): Promise<void> {
  await body.getByRole('button', { name: 'New Server…' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(row(body, name)).toContainText('running');
}

/** Open the dialogs that start, create and stop a server, and leave each as it was, light and dark. */
async function expectDialogsAccessible(
  page: Page,
  body: Locator,
  stopped: string
): Promise<void> {
  for (const theme of ['JupyterLab Dark', 'JupyterLab Light'] as Theme[]) {
    await runFromPalette(page, `Use Theme: ${theme}`);
    await expect(page.locator('body')).toHaveAttribute(
      'data-jp-theme-name',
      theme
    );
    for (const [press, title] of [
      [`Start ${stopped}…`, `Start ${stopped}?`],
      ['New Server…', 'New Server'],
      ['Stop Default server…', 'Stop']
    ] as const) {
      await body.getByRole('button', { name: press }).click();
      const dialog = page.locator('.jp-Dialog');
      await expect(dialog.locator('.jp-Dialog-header')).toContainText(title);
      await expectAccessible(page, '.jp-Dialog');
      await closeDialog(page);
    }
  }
}

test('two named servers are listed and one is stopped, mouse and keyboard', async ({
  page
}) => {
  await signIn(page, 'ann');
  await openServer(page, 'ann', '');
  const body = await openSection(page, 'server');
  await expect(row(body, 'Default server')).toContainText('this one');
  await create(page, body, 'first');
  await create(page, body, 'second');

  await body.getByRole('button', { name: 'Stop first…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('packages that were installed');
  await expectAccessible(page, '.jp-Dialog');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(row(body, 'first')).toHaveCount(0);
  await expect(row(body, 'second')).toContainText('running');

  await body.getByRole('button', { name: 'Stop second…' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(row(body, 'second')).toContainText('stopped');
  await expect(
    body.getByRole('button', { name: 'Start second…' })
  ).toBeVisible();

  await expectDialogsAccessible(page, body, 'second');

  // The hub's own page tells the same.
  const home = await (await page.request.get(`${HUB}hub/home`)).text();
  expect(home).toContain('data-server-name="second"');
  expect(home).not.toContain('data-server-name="first"');
});

test('the sidebar works inside a named server, light and dark, narrow and wide', async ({
  page
}) => {
  await signIn(page, 'ann');
  for (const [theme, widthPx] of [
    ['JupyterLab Dark', 600],
    ['JupyterLab Light', 240]
  ] as [Theme, number][]) {
    await openServer(page, 'ann', 'analysis', theme);
    const body = await openSection(page, 'server');
    await setSidebarWidth(page, widthPx);
    await expect(body.getByRole('heading', { level: 3 })).toHaveText(
      'analysis'
    );
    await expect(row(body, 'analysis')).toContainText('this one');
    await expectAccessible(page, '#jupyterlab-leap-sidebar');
    await expectNothingCutOff(page);
    await page.locator('#jp-left-stack').screenshot({
      path: `test-results/hub-server-${String(widthPx)}.png`
    });
  }
  const heads: [Section, RegExp][] = [
    ['home', / of 50.GB/],
    ['buckets', /ann/],
    ['image', /pangeo-notebook/],
    ['server', /Your servers/]
  ];
  for (const [section, text] of heads) {
    const body = await openSection(page, section);
    await expect(body).toContainText(text);
    await expect(body.getByRole('alert')).toHaveCount(0);
  }
  const panel = page.getByRole('link', { name: 'Hub control panel' });
  await expect(panel).toHaveAttribute('href', `${HUB}hub/home`);
  expect((await page.request.get(`${HUB}hub/home`)).status()).toBe(200);
});
