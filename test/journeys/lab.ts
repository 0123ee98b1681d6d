import { expect, type Locator, type Page } from '@playwright/test';

/** `newest` or `oldest` of the JupyterLab releases that are supported, `together` or `notebook`: `./dev demo --lab`. */
export const LAB = process.env['LEAP_LAB'] ?? 'newest';
export const TOKEN = 'journeys';
/** Where the demo that the journeys run on keeps its home and its buckets. */
export const DEMO_FOLDER = `build/journeys-${LAB}`;
/** Journeys on several JupyterLabs run side by side, and so may those of several checkouts. */
const FIRST_PORT = Number(process.env['LEAP_JOURNEYS_PORT'] ?? 8942);
const LABS = ['newest', 'oldest', 'hub', 'together', 'notebook'];
/** Fixed, and below those that the system gives to connections. */
export const PORT = FIRST_PORT + Math.max(0, LABS.indexOf(LAB));
export const ADDRESS = `http://127.0.0.1:${String(PORT)}`;

export type Theme =
  'JupyterLab Light' | 'JupyterLab Dark' | 'JupyterLab Dark High Contrast';

/**
 * Open JupyterLab as a user does who has never seen it: nothing restored, the file browser in front.
 */
export async function openLab(
  page: Page,
  theme: Theme = 'JupyterLab Light'
): Promise<void> {
  await setSettings(page, '@jupyterlab/apputils-extension:themes', { theme });
  await page.goto(`/lab?token=${TOKEN}&reset`);
  await expect(page.locator('#jupyterlab-splash')).toHaveCount(0, {
    timeout: 45_000
  });
  await expect(page.locator('body')).toHaveAttribute(
    'data-jp-theme-name',
    theme
  );
  await expect(page.locator('.jp-Launcher')).toBeVisible();
}

/** What a user set for a plugin, all of it: what an earlier test chose is gone. Before JupyterLab is opened. */
export async function setSettings(
  page: Page,
  plugin: string,
  fields: Readonly<Record<string, unknown>>
): Promise<void> {
  const answer = await page.request.put(`/lab/api/settings/${plugin}`, {
    headers: { Authorization: `token ${TOKEN}` },
    data: { raw: JSON.stringify(fields) }
  });
  expect(answer.ok()).toBe(true);
}

/** Resolves when the next change of a plugin's settings is on the server: a page that is left before loses it. */
export async function settingsKept(page: Page, plugin: string): Promise<void> {
  await page.waitForResponse(
    answer =>
      answer.url().includes(`/settings/${plugin}`) &&
      answer.request().method() === 'PUT'
  );
}

/** Change the theme of an open JupyterLab, as its menu does. */
export async function changeTheme(page: Page, theme: Theme): Promise<void> {
  await page.evaluate(
    name =>
      (
        window as unknown as {
          jupyterapp: {
            commands: {
              execute(id: string, args: { theme: string }): Promise<unknown>;
            };
          };
        }
      ).jupyterapp.commands.execute('apputils:change-theme', { theme: name }),
    theme
  );
  await expect(page.locator('body')).toHaveAttribute(
    'data-jp-theme-name',
    theme
  );
}

/** Click the one icon of the extension. */
export async function openSidebar(page: Page): Promise<Locator> {
  const sidebar = page.locator('#jupyterlab-leap-sidebar');
  if (!(await sidebar.isVisible())) {
    await page
      .locator('.jp-SideBar [data-id="jupyterlab-leap-sidebar"]')
      .click();
  }
  await expect(sidebar).toBeVisible();
  return sidebar;
}

/** A narrow sidebar and a wide one. */
export const WIDTHS_PX = [240, 600];

export type Section = 'home' | 'buckets' | 'image' | 'catalog' | 'server';

const LABELS: Record<Section, string> = {
  home: 'Storage',
  buckets: 'Buckets',
  image: 'Image',
  catalog: 'Catalog',
  server: 'Server'
};

/** Unfold one section and fold the others, as a user does who wants room for it. */
export async function openSection(
  page: Page,
  wanted: Section
): Promise<Locator> {
  await openSidebar(page);
  for (const section of Object.keys(LABELS) as Section[]) {
    const head = page.locator(
      '#jupyterlab-leap-sidebar .jp-AccordionPanel-title',
      {
        hasText: LABELS[section]
      }
    );
    const isOpen = (await head.getAttribute('aria-expanded')) === 'true';
    if (isOpen !== (section === wanted)) {
      await head.click();
    }
  }
  const body = page.locator(`#jp-leap-${wanted} .jp-LeapSection-body`);
  await expect(body).toBeVisible();
  return body;
}

/** Drag the sidebar's edge until it is this wide. */
export async function setSidebarWidth(
  page: Page,
  widthPx: number
): Promise<void> {
  const stack = await page.locator('#jp-left-stack').boundingBox();
  const handle = await page
    .locator('#jp-main-split-panel > .lm-SplitPanel-handle:not(.lm-mod-hidden)')
    .first()
    .boundingBox();
  if (!stack || !handle) {
    throw new Error('The sidebar is not open.');
  }
  await page.mouse.move(handle.x + 1, handle.y + 300);
  await page.mouse.down();
  await page.mouse.move(stack.x + widthPx, handle.y + 300, { steps: 4 });
  await page.mouse.up();
}

/** Run a command by its name in the palette, with the keyboard. */
export async function runFromPalette(page: Page, name: string): Promise<void> {
  const palette = page.locator('.lm-CommandPalette');
  // The shortcut does nothing until JupyterLab has restored what it shows.
  await expect(async () => {
    await page.keyboard.press('Control+Shift+C');
    await expect(palette).toBeVisible({ timeout: 1000 });
  }).toPass();
  await palette.locator('input').fill(name);
  await expect(
    palette.locator('.lm-CommandPalette-item', { hasText: name }).first()
  ).toBeVisible();
  await page.keyboard.press('Enter');
}

/** What was copied last; copying takes a moment, so poll it. */
export const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

/** Fail the test when something in the sidebar is wider than the sidebar. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  const wide = await page
    .locator('#jupyterlab-leap-sidebar .jp-LeapSection-body')
    .evaluateAll(bodies =>
      bodies
        .filter(body => body.clientWidth > 0)
        .map(body => body.scrollWidth - body.clientWidth)
        .filter(excess => excess > 1)
    );
  expect(wide).toEqual([]);
}

/** Press Tab, as often as a user would, until the focus is there. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if (await wanted.evaluate(node => node === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

/**
 * Wait until the notebook's kernel listens: what is run while it starts is lost. The status bar tells; the notebook's
 * own mark is idle before there is a kernel.
 */
export async function expectKernel(page: Page): Promise<void> {
  await expect(
    page.locator('#jp-main-statusbar').getByText(/Python 3.*\| Idle$/)
  ).toBeVisible({ timeout: 90_000 });
}

/** Close the dialog in front with the keyboard, as somebody does who is done. */
export async function closeDialog(page: Page): Promise<void> {
  // A key reaches a dialog once that has the focus: a moment after it is seen.
  await expect(page.locator('.jp-Dialog:focus-within')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.jp-Dialog')).toHaveCount(0);
}

/** Run the active cell, as soon as there is a kernel. */
export async function runCell(page: Page): Promise<void> {
  await expectKernel(page);
  await page.getByRole('button', { name: /^Run this cell/ }).click();
}
