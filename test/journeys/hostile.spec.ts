import { expect, test, type Page } from '@playwright/test';
import { CommandIDs } from '../../src/lab/commands';
import { openLab, TOKEN } from './lab';
import {
  ARGUMENTS,
  commandsOf,
  HOSTILE,
  isHarmless,
  MARK,
  watch
} from './stranger';

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
  await expect(async () => {
    // A key reaches a dialog once that has the focus.
    if (await page.locator('.jp-Dialog:focus-within').isVisible()) {
      await page.keyboard.press('Escape');
    }
    await expect(page.locator('.jp-Dialog')).toHaveCount(0, { timeout: 100 });
  }).toPass();
}

/** What a stranger would have run: it deletes, stops, starts, writes, gives or copies something. */
const WANTED = [
  CommandIDs.deleteFromHome,
  CommandIDs.reviewClearable,
  CommandIDs.copyHomePath,
  CommandIDs.copyBucketCommand,
  CommandIDs.newServer,
  CommandIDs.startServer,
  CommandIDs.stopServer,
  CommandIDs.stopCluster,
  CommandIDs.createRepositoryFiles,
  CommandIDs.getTemporaryAccess
];

/** A notebook of somebody else: 30 buttons, each command with each set of arguments, in Markdown and in an output. */
async function writeStranger(page: Page): Promise<void> {
  const buttons = HOSTILE.flatMap(args => {
    // Entities: Markdown takes dollar signs for mathematics.
    const text = JSON.stringify(args).replace(
      /[^\w,:{}[\]]/g,
      character => `&#${String(character.charCodeAt(0))};`
    );
    return WANTED.map(
      id =>
        `<button data-commandlinker-command="${id}" data-commandlinker-args="${text}">See</button>`
    );
  });
  const half = Math.floor(buttons.length / 2);
  await page.request.put('/api/contents/stranger.ipynb', {
    headers: { Authorization: `token ${TOKEN}` },
    data: {
      type: 'notebook',
      content: {
        cells: [
          {
            cell_type: 'markdown',
            id: 'words',
            metadata: {},
            source: buttons.slice(0, half).join('\n')
          },
          {
            cell_type: 'code',
            id: 'output',
            metadata: {},
            source: '',
            execution_count: 1,
            outputs: [
              {
                output_type: 'display_data',
                metadata: {},
                data: { 'text/html': buttons.slice(half).join('\n') }
              }
            ]
          }
        ],
        metadata: {
          kernelspec: { name: 'python3', display_name: 'Python 3' }
        },
        nbformat: 4,
        nbformat_minor: 5
      }
    }
  });
}

/** Note what is put on the clipboard by any page of this test, beside putting it there. */
async function noteCopies(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const copied: string[] = [];
    Object.assign(window, { copied });
    const { write, writeText } = Clipboard.prototype;
    Clipboard.prototype.writeText = function (text) {
      copied.push(text);
      return writeText.call(this, text);
    };
    Clipboard.prototype.write = function (items) {
      copied.push('ya29. or another secret');
      return write.call(this, items);
    };
  });
  return () =>
    page.evaluate(() => (window as unknown as { copied: string[] }).copied);
}

/** Answer all that is asked: JupyterLab's question with yes, our own with Escape. Gives how often the former came. */
async function answerAll(page: Page): Promise<number> {
  const dialogs = page.locator('.jp-Dialog');
  const run = dialogs.getByRole('button', { name: /^Run( Once)?$/ });
  let asked = 0;
  for (let quiet = 0; quiet < 20;) {
    if (await run.isVisible()) {
      await run.click();
      asked += 1;
      quiet = 0;
    } else if ((await dialogs.count()) > 0) {
      await page.keyboard.press('Escape');
      quiet = 0;
    } else {
      await page.waitForTimeout(50);
      quiet += 1;
    }
  }
  return asked;
}

test.describe('T1 SEC-T11 @newest', () => {
  test.skip(
    process.env['LEAP_LONG_TESTS'] === undefined,
    'A click for every command takes a while.'
  );

  test('no command of the extension changes or gives anything to a page that runs it', async ({
    page
  }) => {
    test.setTimeout(300_000);
    await openLab(page);
    const ids = await commandsOf(page);

    // As bad as it gets: a page that JupyterLab's sanitiser let pass.
    await page.evaluate(args => {
      const button = document.createElement('button');
      button.id = 'stranger';
      button.textContent = 'See the picture';
      button.dataset['commandlinkerArgs'] = JSON.stringify(args);
      document.querySelector('.jp-Launcher-content')?.prepend(button);
    }, ARGUMENTS);
    let running = '';
    const changed = watch(page, () => running);
    const copied: [string, string][] = [];
    for (running of ids) {
      await page.evaluate(async id => {
        await navigator.clipboard.writeText('');
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
      if (text !== '') {
        copied.push([running, text]);
      }
    }
    expect(changed).toEqual([]);
    expect(copied.filter(([id, text]) => !isHarmless(id, text))).toEqual([]);
    // A person's own path was asked for: the search for what is copied finds something.
    expect(copied.map(([id]) => id)).toContain(CommandIDs.copyHomePath);
  });

  test('a notebook of a stranger, clicked all over, changes nothing', async ({
    page
  }) => {
    test.setTimeout(120_000);
    const copies = await noteCopies(page);
    await openLab(page);
    await writeStranger(page);
    await page.goto(`/lab/tree/stranger.ipynb?token=${TOKEN}&reset`);
    const buttons = page.locator(
      '.jp-Notebook button[data-commandlinker-command^="jupyterlab-leap:"]'
    );
    await expect(buttons).toHaveCount(30);
    await expect(
      page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')
    ).toBeVisible();

    const changed = watch(page, () => 'the notebook');
    await buttons.evaluateAll(all => {
      for (const button of all) {
        (button as HTMLElement).click();
      }
    });
    // Newer JupyterLabs ask before each: every button was one of theirs.
    expect(await answerAll(page)).toBe(30);
    expect(changed).toEqual([]);
    const copied = await copies();
    expect(copied).toContainEqual(expect.stringContaining(MARK));
    expect(
      copied.filter(text => !isHarmless(CommandIDs.copyHomePath, text))
    ).toEqual([]);
  });
});
