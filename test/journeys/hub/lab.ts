import { expect, type Page } from '@playwright/test';
import { PORT, type Theme } from '../lab';

export const HUB = `http://127.0.0.1:${String(PORT)}/base/`;

/** Where the world of the tests says what is in it, from the checkout's root. */
export const WORLD = 'test-results/hub-world.json';

/** Sign in to the hub, with a fresh browser. */
export async function signIn(page: Page, user: string): Promise<void> {
  await page.goto(`${HUB}hub/login`);
  await page.getByLabel('Username:').fill(user);
  await page.getByLabel('Password:').fill('test');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).not.toHaveURL(/login/);
}

/**
 * Open JupyterLab in one of a user's servers, which starts if it does not run.
 *
 * @param server - Empty: the default one.
 */
export async function openServer(
  page: Page,
  user: string,
  server: string,
  theme: Theme = 'JupyterLab Light'
): Promise<void> {
  const path = server === '' ? user : `${user}/${server}`;
  await page.goto(`${HUB}hub/spawn/${path}`);
  await expect(page).toHaveURL(new RegExp(`/base/user/${path}/lab`), {
    timeout: 90_000
  });
  await setTheme(page, `${HUB}user/${path}/`, theme);
  await page.goto(`${HUB}user/${path}/lab?reset`);
  await expect(page.locator('body')).toHaveAttribute(
    'data-jp-theme-name',
    theme,
    { timeout: 45_000 }
  );
  await expect(page.locator('.jp-Launcher')).toBeVisible({ timeout: 45_000 });
}

/** The question about news would cover what there is to see. */
async function setTheme(
  page: Page,
  address: string,
  theme: Theme
): Promise<void> {
  const cookies = await page.context().cookies(address);
  const xsrf = cookies
    .filter(({ name }) => name === '_xsrf')
    .sort((a, b) => b.path.length - a.path.length)[0];
  const settings = {
    themes: { theme },
    notification: { fetchNews: 'false', checkForUpdates: false }
  };
  for (const [name, value] of Object.entries(settings)) {
    const answer = await page.request.put(
      `${address}lab/api/settings/@jupyterlab/apputils-extension:${name}`,
      {
        headers: { 'X-XSRFToken': xsrf?.value ?? '' },
        data: { raw: JSON.stringify(value) }
      }
    );
    expect(answer.status()).toBe(204);
  }
}
