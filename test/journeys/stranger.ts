import { expect, type Page, type Request } from '@playwright/test';
import { CommandIDs } from '../../src/lab/commands';
import { routes } from '../../src/contract';

/** What every argument holds that a stranger's page could wish for. */
export const MARK = 'c0ffee-from-a-stranger';
export const ARGUMENTS = {
  confirm: false,
  confirmed: true,
  force: true,
  yes: true,
  name: MARK,
  path: `it's $(touch ${MARK})\nrm -rf ~ #${MARK}`,
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

/** The same keys with what no command expects, and nothing at all. */
export const HOSTILE = [
  ARGUMENTS,
  Object.fromEntries(
    Object.keys(ARGUMENTS).map(key => [key, { toString: MARK, length: -1 }])
  ),
  {}
];

/** One word of a shell that is nothing but text, as `shellWord` makes it. */
const WORD = String.raw`(?:~/)?(?:\$'(?:[^'\\\p{C}]|\\['\\]|\\x[\da-f]{2})*'|(?:'[^'\p{C}]*'|"'")+|[\w@%+=:,./-]+)`;
const HARMLESS = [
  new RegExp(`^${WORD}$`, 'u'),
  new RegExp(`^gcloud storage cp -r ${WORD} ${WORD}$`, 'u'),
  // A link to this JupyterLab, which runs nothing by itself.
  /^http:\/\/127\.0\.0\.1:\d+\/lab\S*$/
];

/**
 * What a stranger's page may put on the clipboard: text of a command that is there to copy, without a token, and of
 * the stranger's own words no more than one that a terminal takes for text.
 */
export function isHarmless(id: string, text: string): boolean {
  return (
    id.startsWith('jupyterlab-leap:copy-') &&
    !text.includes('ya29.') &&
    (!text.includes(MARK) || HARMLESS.some(form => form.test(text)))
  );
}

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

/** The commands of the extension, as JupyterLab knows them. */
export async function commandsOf(page: Page): Promise<string[]> {
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
  return ids;
}

/** Note every request that changes something, with what was clicked. */
export function watch(page: Page, clicked: () => string): string[] {
  const changed: string[] = [];
  page.on('request', request => {
    if (changes(request)) {
      changed.push(`${clicked()}: ${request.method()} ${request.url()}`);
    }
  });
  return changed;
}
