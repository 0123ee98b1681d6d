import { test, type Page } from '@playwright/test';
import { openLab } from './lab';

/**
 * One JupyterLab for all tests of a `describe`, which a user could do in any order without opening it anew: opening takes longer than
 * most of what is then done. A test that fails takes it along, and the next ones get another.
 *
 * @returns What gives its page, in a test.
 */
export function oneLab(): () => Page {
  let page: Page | undefined;
  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await openLab(page);
  });
  test.afterAll(async () => {
    await page?.close();
  });
  return () => {
    if (!page) {
      throw new Error('JupyterLab is opened for tests alone.');
    }
    return page;
  };
}
