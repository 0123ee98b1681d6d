import { expect, test, type Locator } from '@playwright/test';
import { expectAccessible } from './accessible';
import {
  changeTheme,
  openLab,
  openSection,
  openSidebar,
  setSidebarWidth,
  type Section,
  type Theme
} from './lab';

const SECTIONS: Section[] = ['home', 'buckets', 'image', 'catalog', 'server'];
const NAMES: Record<Section, string> = {
  home: 'storage',
  buckets: 'buckets',
  image: 'image',
  catalog: 'catalog',
  server: 'server'
};
const THEMES: [string, Theme][] = [
  ['light', 'JupyterLab Light'],
  ['dark', 'JupyterLab Dark']
];

/** Wait for what a section finds out on its own: the pictures show it. */
async function settled(section: Section, body: Locator): Promise<void> {
  if (section === 'buckets') {
    await expect(body.getByTitle('Zarr store')).toBeVisible();
    await expect(
      body.getByRole('region', { name: 'Deleted soon' })
    ).toBeVisible();
  } else if (section === 'catalog') {
    // What is learnt is shown while nobody points at a row.
    await body.page().mouse.move(900, 400);
    await expect(body.getByText('not checked yet')).toHaveCount(0, {
      timeout: 60_000
    });
  }
}

test.describe('Everywhere', () => {
  test('every section is accessible and has its picture taken, light and dark @newest', async ({
    page
  }) => {
    await openLab(page);
    await openSidebar(page);
    await setSidebarWidth(page, 320);
    for (const [short, theme] of THEMES) {
      await changeTheme(page, theme);
      for (const section of SECTIONS) {
        const body = await openSection(page, section);
        await expect(
          body.locator('[role=status]', { hasText: '…' })
        ).toHaveCount(0);
        await expect(
          body.locator('h3, h4, [role=row], [role=option], li').first()
        ).toBeVisible();
        await settled(section, body);
        await expectAccessible(
          page,
          `#jp-leap-${section} .jp-LeapSection-body`
        );
        await page.locator('#jp-left-stack').screenshot({
          path: `docs/images/${NAMES[section]}-${short}.png`,
          animations: 'disabled'
        });
      }
    }
  });

  test('the layout is there again after a reload', async ({ page }) => {
    await openLab(page);
    const saved = page.waitForRequest(
      request =>
        request.method() === 'PUT' &&
        request.url().includes('/api/workspaces') &&
        (request.postData() ?? '').includes('jp-leap-image')
    );
    await openSection(page, 'image');
    await (await saved).response();
    await page.goto('/lab');
    await expect(
      page.locator('#jp-leap-image .jp-LeapSection-body')
    ).toBeVisible();
    await expect(
      page.locator('#jp-leap-home .jp-LeapSection-body')
    ).toBeHidden();
  });

  test('a section begins at the same height, well or failed @newest', async ({
    page
  }) => {
    const routes = /\/jupyterlab-leap\/(home|image|server)\//;
    await page.route(routes, route => route.abort());
    await openLab(page);
    for (const section of ['home', 'image', 'server'] as const) {
      const body = await openSection(page, section);
      const failure = body.locator('.jp-LeapCard[role=alert]').first();
      await expect(failure).toBeVisible();
      const failed = await beginning(body);
      await page.unroute(routes);
      await body.getByRole('button', { name: 'Retry' }).first().click();
      await expect(body.locator('.jp-LeapHeadline').first()).toBeVisible();
      await expect(failure).toHaveCount(0);
      expect(await beginning(body)).toBe(failed);
      await page.route(routes, route => route.abort());
    }
  });
});

/** How far below its top edge a section's content begins, in pixels. */
function beginning(body: Locator): Promise<number> {
  return body.evaluate(node => {
    const first = node.firstElementChild?.firstElementChild;
    const top = first?.getBoundingClientRect().top ?? NaN;
    return Math.round(top - node.getBoundingClientRect().top);
  });
}
