import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInBoth } from './accessible';
import {
  clipboard,
  closeDialog,
  openLab,
  openSection,
  runFromPalette
} from './lab';
import { oneLab } from './one-lab';

/** Real tokens and the emulator's begin alike. */
const TOKEN = /ya29\.[\w.-]+/;

/** Everything that a page can keep. */
function keptBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept = [document.documentElement.outerHTML, document.cookie];
    for (const field of document.querySelectorAll('input, textarea')) {
      kept.push((field as HTMLInputElement).value);
    }
    kept.push(JSON.stringify(Object.entries(localStorage)));
    kept.push(JSON.stringify(Object.entries(sessionStorage)));
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(new Error(name));
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        await new Promise(resolve => (all.onsuccess = resolve));
        kept.push(JSON.stringify(all.result));
      }
      database.close();
    }
    kept.push(
      window.location.href,
      ...performance.getEntries().map(e => e.name)
    );
    return kept.join('\n');
  });
}

test.describe('Server', () => {
  test('T14 SEC-T15 a token is copied with the keyboard, used, and left nowhere in the page', async ({
    page
  }) => {
    const addresses: string[] = [];
    page.on('request', request => addresses.push(request.url()));
    await openLab(page);
    await runFromPalette(page, 'Temporary Access…');
    const dialog = page.getByRole('dialog');
    await expect(
      dialog.getByText(/can read .* and nothing else/)
    ).toBeVisible();
    await dialog.getByRole('button', { name: 'Copy Token' }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('timer')).toContainText('in 59 min');

    await expect.poll(() => clipboard(page)).toMatch(TOKEN);
    const token = await clipboard(page);
    expect(await keptBy(page)).not.toContain(token);

    await dialog.getByRole('button', { name: 'Show' }).click();
    await expect(dialog.getByLabel('Token', { exact: true })).toHaveValue(
      token
    );
    await closeDialog(page);
    const kept = await keptBy(page);
    expect(kept).toContain('jp-LabShell');
    expect(kept).not.toContain(token);
    expect(addresses.join('\n')).not.toContain(token);
    // Said each time, and it stays until it is read.
    await expect(page.getByText(/can read .* and nothing else/)).toBeVisible();
  });

  test('T1 SEC-T11 a button in an untrusted page gives no token', async ({
    page
  }) => {
    const granted: string[] = [];
    page.on('request', request => {
      if (request.url().includes('token/grant')) {
        granted.push(request.url());
      }
    });
    await openLab(page);
    // What Markdown from somebody else may hold, and JupyterLab's sanitiser lets pass.
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.dataset['commandlinkerCommand'] =
        'jupyterlab-leap:get-temporary-access';
      button.dataset['commandlinkerArgs'] = JSON.stringify({
        confirm: false,
        force: true,
        bucket: 'leap-persistent',
        prefix: '',
        access: 'write'
      });
      button.textContent = 'See the picture';
      // Over everything, where nothing that is drawn anew takes it along.
      button.style.cssText = 'position: fixed; top: 50%; left: 50%; z-index: 1';
      document.body.append(button);
    });
    await page.getByRole('button', { name: 'See the picture' }).click();

    // Newer JupyterLabs ask first; a careless person says yes.
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    const run = dialog.getByRole('button', { name: 'Run', exact: true });
    if (await run.isVisible()) {
      await run.click();
    }
    // Our own dialog, with what the token could do, is all that comes of it.
    await expect(
      dialog.getByText(/can read .* and nothing else/)
    ).toBeVisible();
    await closeDialog(page);
    expect(granted).toEqual([]);
    await page.evaluate(() => navigator.clipboard.writeText('unchanged'));
    expect(await clipboard(page)).toBe('unchanged');
  });
});

test.describe('Server, in one JupyterLab', () => {
  const lab = oneLab();

  test('says what this server uses, and who is asked for lasting access', async () => {
    const page = lab();
    const body = await openSection(page, 'server');
    await expect(body.getByText('Memory', { exact: true })).toBeVisible();
    await expect(body.getByText('Processors', { exact: true })).toBeVisible();

    await body.getByRole('button', { name: 'Lasting Access…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Your Google account/).fill('funky@gmail.com');
    await dialog.getByRole('button', { name: 'Copy Message' }).click();
    await expect
      .poll(() => clipboard(page))
      .toContain('Google account: funky@gmail.com');
    expect(await clipboard(page)).toContain(
      'Folder: gs://leap-scratch/funky-user/'
    );
    await closeDialog(page);
  });

  test('both dialogs are accessible @newest', async () => {
    const page = lab();
    const body = await openSection(page, 'server');
    await body.getByRole('button', { name: 'Lasting Access…' }).click();
    await expectAccessibleInBoth(page, '.jp-LeapAccess');
    await closeDialog(page);

    await body.getByRole('button', { name: 'Temporary Access…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/and nothing else/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Copy Token' }).click();
    await expect(dialog.getByRole('timer')).toBeVisible();
    await expectAccessibleInBoth(page, '.jp-LeapAccess');
    await closeDialog(page);
  });

  test('a ready line is copied without the token in it', async () => {
    const page = lab();
    const body = await openSection(page, 'server');
    await body.getByRole('button', { name: 'Temporary Access…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Copy Token' }).click();
    await expect(dialog.getByRole('timer')).toBeVisible();
    await expect.poll(() => clipboard(page)).toMatch(TOKEN);
    const token = await clipboard(page);
    await dialog
      .getByRole('button', { name: 'Copy', exact: true })
      .last()
      .click();
    await expect.poll(() => clipboard(page)).toContain('curl');
    const line = await clipboard(page);
    expect(line).not.toContain(token);
    await closeDialog(page);
  });
});
