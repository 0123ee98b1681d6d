import { expect, type Page } from '@playwright/test';
import { TOKEN } from './lab';

const HEADERS = { Authorization: `token ${TOKEN}` };

interface IFile {
  /** Missing from the server's answer while it writes the file. */
  content?: { metadata: Record<string, unknown> };
  /** What is wrong with the notebook, in nbformat's words: the server validates each one that it reads. */
  message?: string | null;
}

/**
 * Write a notebook with one cell into the home; `kept` is what its metadata say of its image.
 */
export async function writeNotebook(
  page: Page,
  path: string,
  kept?: unknown
): Promise<void> {
  await page.request.put(`/api/contents/${path}`, {
    headers: HEADERS,
    data: {
      type: 'notebook',
      content: {
        cells: [
          {
            cell_type: 'code',
            id: 'first',
            source: 'x = 1',
            metadata: {},
            outputs: [],
            execution_count: null
          }
        ],
        metadata: {
          kernelspec: {
            name: 'python3',
            display_name: 'Python 3',
            language: 'python'
          },
          language_info: { name: 'python' },
          ...(kept === undefined ? {} : { jupyterlab_leap: kept })
        },
        nbformat: 4,
        nbformat_minor: 5
      }
    }
  });
}

/**
 * What lies in a notebook's file, as the server reads it.
 */
async function readNotebook(page: Page, path: string): Promise<IFile> {
  const answer = await page.request.get(
    `/api/contents/${path}?content=1&type=notebook`,
    { headers: HEADERS }
  );
  return (await answer.json()) as IFile;
}

/**
 * Wait until the file says of its image what is expected, and is a valid notebook.
 */
export async function expectKept(
  page: Page,
  path: string,
  kept: unknown
): Promise<void> {
  // The file is empty for a moment while it is written.
  await expect
    .poll(async () => {
      const { content, message = null } = await readNotebook(page, path);
      return { kept: content?.metadata['jupyterlab_leap'], message };
    })
    .toEqual({ kept, message: null });
}

/** Change the notebook in front as its author does. */
export async function typeIntoFirstCell(
  page: Page,
  text: string
): Promise<void> {
  await page.locator('.jp-Notebook .cm-content').first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(text);
}

/** Choose what happens with the image when a notebook is saved. */
export async function setKeepImage(
  page: Page,
  keepImage: 'off' | 'ask' | 'on'
): Promise<void> {
  await page.request.put('/lab/api/settings/jupyterlab-leap:image', {
    headers: HEADERS,
    data: { raw: JSON.stringify({ keepImage }) }
  });
}
