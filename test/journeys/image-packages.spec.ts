import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import {
  clipboard,
  DEMO_FOLDER,
  openLab,
  openSection,
  runFromPalette,
  tabTo,
  TOKEN
} from './lab';

const HOME = `${DEMO_FOLDER}/home`;
const NAME = 'leapjourney';
// Another at each run: one that a killed run left behind is no excuse for not seeing this one.
const VERSION = `1.${String(Date.now())}`;
const WHEEL = `${NAME}-${VERSION}-py3-none-any.whl`;
const WRITTEN = [
  'listens',
  'done',
  'environment.yml',
  'projects/environment.yml'
];
/** The environment that the demo's server runs in. */
const BIN = resolve('.venv/bin');
const QUIET_PIP = ['-m', 'pip', '--disable-pip-version-check', '-q'];
const SECTION = '#jp-leap-image .jp-LeapSection-body';

/** What a user types who wants a package that the image has not. */
async function installInTerminal(page: Page): Promise<void> {
  await page.locator('.jp-LauncherCard[title*="terminal"]').first().click();
  const terminal = page.locator('.jp-Terminal .xterm');
  await expect(terminal).toBeVisible();
  await terminal.click();
  // What is typed before the shell listens may be lost.
  await enterUntil(page, 'touch ~/listens', 'listens');
  await enterUntil(
    page,
    `${BIN}/pip install --no-index --no-deps ~/${WHEEL} && touch ~/done`,
    'done'
  );
}

/** Enter a command, again if need be, until the file that it writes is there. */
async function enterUntil(
  page: Page,
  command: string,
  file: string
): Promise<void> {
  await expect(async () => {
    await page.keyboard.type(command);
    await page.keyboard.press('Enter');
    const status = async (): Promise<number> => (await read(page, file)).status;
    await expect.poll(status, { timeout: 15_000 }).toBe(200);
  }).toPass({ timeout: 90_000 });
}

async function read(
  page: Page,
  path: string
): Promise<{ status: number; text: string }> {
  const answer = await page.request.get(`/files/${path}`, {
    headers: { Authorization: `token ${TOKEN}` }
  });
  return { status: answer.status(), text: await answer.text() };
}

/** The card of what will be gone. */
async function addedCard(page: Page): Promise<Locator> {
  const image = await openSection(page, 'image');
  const card = image.getByRole('region', { name: 'Added packages' });
  await expect(card).toContainText(
    '1 package will be gone when this server stops'
  );
  await expect(card).toContainText(`${NAME} ${VERSION}`);
  return card;
}

function uninstall(): void {
  execFileSync(`${BIN}/python`, [...QUIET_PIP, 'uninstall', '-y', NAME], {
    stdio: 'pipe'
  });
}

test.describe('Added packages', () => {
  test.beforeAll(() => {
    uninstall();
    const wheel = ['test/support/image/make_wheel.py', HOME, NAME, VERSION];
    execFileSync(`${BIN}/python`, wheel);
  });

  test.afterAll(() => {
    uninstall();
    // Other journeys count what lies in this home.
    for (const name of [WHEEL, ...WRITTEN]) {
      rmSync(`${HOME}/${name}`, { force: true });
    }
  });

  test('what pip installs is said to be gone soon; its environment.yml is one click away @newest', async ({
    page
  }) => {
    test.setTimeout(120_000);
    await openLab(page);
    const image = await openSection(page, 'image');
    await expect(image.getByText('Nothing was installed since')).toBeVisible();

    await installInTerminal(page);
    await page.getByRole('button', { name: /^Read the image/i }).click();
    const card = await addedCard(page);
    await expect(
      page.getByText('1 package was installed and will be gone')
    ).toHaveCount(1);

    await expectAccessible(page, SECTION);

    await card.getByRole('button', { name: 'Copy environment.yml' }).click();
    await expect(page.getByText('Copied').first()).toBeVisible();
    await expect
      .poll(() => clipboard(page))
      .toContain(`      - "${NAME}==${VERSION}"`);

    await card
      .getByRole('button', { name: 'Create Repository Files…' })
      .click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expectAccessible(page, '.jp-Dialog');
    await dialog.getByRole('checkbox', { name: 'Dockerfile' }).uncheck();
    await dialog.getByRole('checkbox', { name: 'environment.yml' }).check();
    await dialog.getByLabel('Folder').fill('projects');
    await dialog.getByRole('button', { name: 'Create Files' }).click();

    await expect(page.getByText('Created environment.yml')).toBeVisible();
    const { text } = await read(page, 'projects/environment.yml');
    expect(text).toMatch(/^ {2}- conda-forge$/m);
    expect(text).toContain(`"${NAME}==${VERSION}"`);
  });

  test('the keyboard alone writes it, and overwrites nothing @newest', async ({
    page
  }) => {
    const install = ['install', '--no-index', '--no-deps', `${HOME}/${WHEEL}`];
    execFileSync(`${BIN}/python`, [...QUIET_PIP, ...install]);
    await openLab(page, 'JupyterLab Dark');
    await addedCard(page);
    await expectAccessible(page, SECTION);
    await runFromPalette(page, 'Create Repository Files…');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expectAccessible(page, '.jp-Dialog');
    for (const name of ['Dockerfile', 'environment.yml']) {
      await tabTo(page, dialog.getByRole('checkbox', { name }));
      await page.keyboard.press('Space');
    }
    await tabTo(page, dialog.getByRole('button', { name: 'Create Files' }));
    await page.keyboard.press('Enter');

    await expect(page.getByText('Created environment.yml')).toBeVisible();
    const { text } = await read(page, 'environment.yml');
    expect(text).toContain(`"${NAME}==${VERSION}"`);

    await runFromPalette(page, 'Create Repository Files…');
    await tabTo(
      page,
      dialog.getByRole('checkbox', { name: 'environment.yml' })
    );
    await page.keyboard.press('Space');
    await tabTo(page, dialog.getByRole('button', { name: 'Create Files' }));
    await page.keyboard.press('Enter');
    await expect(
      page.getByText('The folder has environment.yml already.')
    ).toBeVisible();
    expect(await read(page, 'environment.yml')).toEqual({ status: 200, text });
  });
});
