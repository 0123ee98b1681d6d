import { expect, test, type Page, type Request } from '@playwright/test';
import { CommandIDs } from '../../src/lab/commands';
import { routes } from '../../src/contract';
import { openLab } from './lab';

/** What every argument holds that a stranger's page could wish for. */
const MARK = 'c0ffee-from-a-stranger';
const ARGUMENTS = {
  confirm: false,
  confirmed: true,
  force: true,
  yes: true,
  name: MARK,
  path: `../${MARK}`,
  paths: ['data', '.cache', `../../${MARK}`],
  url: `gs://leap-persistent/${MARK}/`,
  address: `gs://leap-scratch/../${MARK}`,
  bucket: 'leap-persistent',
  prefix: '',
  access: 'write',
  atMost: 'everything',
  id: MARK,
  text: MARK,
  query: MARK,
  code: `import os; os.system("${MARK}")`,
  as: 'dockerfile',
  image: `quay.io/${MARK}/x:1`
};

/** A request that changes something, of ours or of the Jupyter server's. */
function changes(request: Request): boolean {
  const { pathname } = new URL(request.url());
  const [, ours] = /^\/jupyterlab-leap\/(.+)$/.exec(pathname) ?? [];
  if (ours !== undefined) {
    const route = Object.entries(routes).find(([name]) => name === ours)?.[1];
    return route?.action !== 'read';
  }
  return (
    request.method() !== 'GET' &&
    /\/api\/(contents|kernels|sessions|terminals|shutdown)/.test(pathname)
  );
}

/** A careless person: says yes to JupyterLab's own question, and to none of ours. */
async function goOn(page: Page): Promise<void> {
  const run = page
    .getByRole('dialog')
    .getByRole('button', { name: 'Run', exact: true });
  if (await run.isVisible()) {
    await run.click();
  }
  // What a command asks for first is answered by then; its own dialog is the safe way out.
  await page.waitForTimeout(100);
  for (let times = 0; times < 3; times += 1) {
    if ((await page.locator('.jp-Dialog').count()) > 0) {
      await page.keyboard.press('Escape');
      await page.waitForTimeout(50);
    }
  }
}

test.describe('SEC-T11 T1', () => {
  test.skip(
    process.env['LEAP_LONG_TESTS'] === undefined,
    'A click for every command takes a while.'
  );

  test('no command of the extension changes or gives anything to a page that runs it', async ({
    page
  }) => {
    test.setTimeout(300_000);
    await openLab(page);
    const ids = await page.evaluate(() =>
      (
        window as unknown as {
          jupyterapp: { commands: { listCommands(): string[] } };
        }
      ).jupyterapp.commands
        .listCommands()
        .filter(id => id.startsWith('jupyterlab-leap:'))
    );
    expect(new Set(ids)).toEqual(new Set(Object.values(CommandIDs)));

    // As bad as it gets: a page that JupyterLab's sanitiser let pass.
    await page.evaluate(args => {
      const button = document.createElement('button');
      button.id = 'stranger';
      button.textContent = 'See the picture';
      button.dataset['commandlinkerArgs'] = JSON.stringify(args);
      document.querySelector('.jp-Launcher-content')?.prepend(button);
    }, ARGUMENTS);
    const changed: string[] = [];
    let running = '';
    page.on('request', request => {
      if (changes(request)) {
        changed.push(`${running}: ${request.method()} ${request.url()}`);
      }
    });
    const copied: string[] = [];
    for (running of ids) {
      await page.evaluate(async id => {
        await navigator.clipboard.writeText('unchanged');
        const button = document.querySelector<HTMLElement>('#stranger');
        if (button) {
          button.dataset['commandlinkerCommand'] = id;
        }
        // Commands open other tabs in front of the page.
        document
          .querySelector<HTMLElement>('.lm-TabBar-tab[title^="Launcher"]')
          ?.click();
      }, running);
      await page.locator('#stranger').click({ force: true });
      await goOn(page);
      const text = await page.evaluate(() => navigator.clipboard.readText());
      if (text.includes('ya29.')) {
        copied.push(running);
      }
    }
    expect(changed).toEqual([]);
    // Whatever a copy command takes from here, it is no token.
    expect(copied).toEqual([]);
  });
});
