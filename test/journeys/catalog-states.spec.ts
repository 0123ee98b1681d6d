import { expect, test } from '@playwright/test';
import type { CatalogSource, CatalogSummary } from '../../src/contract';
import { expectAccessible, expectAccessibleInBoth } from './accessible';
import {
  expectNothingCutOff,
  openLab,
  openSection,
  setSidebarWidth
} from './lab';

const DAY_MS = 86_400_000;

const SOURCE: CatalogSource = {
  address: 'https://hub.test/catalog.json',
  name: 'hub.test/catalog.json',
  isOwn: false,
  form: 'records',
  state: 'kept',
  confirmedAt: new Date(Date.now() - 3 * DAY_MS).toISOString(),
  problem: 'Nothing answers at this address.',
  datasets: 12,
  stores: 17,
  skippedCount: 1
};

const KEPT: CatalogSummary = {
  state: 'kept',
  source: SOURCE.address,
  confirmedAt: SOURCE.confirmedAt,
  problem: SOURCE.problem,
  datasets: 12,
  stores: 17,
  skipped: [{ index: 4, reason: 'It has no title.', source: null }],
  skippedCount: 1,
  requestUrl: 'https://github.com/leap-stc/data-management/issues/new',
  sources: [SOURCE]
};

/** Each state, and what it says. */
const STATES: readonly (readonly [string, CatalogSummary, RegExp])[] = [
  [
    'the last good copy',
    KEPT,
    /This is the copy from 3 days ago\. Nothing answers/
  ],
  [
    'the bundled sample',
    {
      ...KEPT,
      state: 'sample',
      confirmedAt: null,
      skipped: [],
      skippedCount: 0,
      sources: [
        {
          ...SOURCE,
          state: 'refused',
          form: null,
          confirmedAt: null,
          datasets: 0
        }
      ]
    },
    /These are examples that come with the extension/
  ],
  [
    'one of several sources that fails',
    {
      ...KEPT,
      sources: [
        { ...SOURCE, state: 'live', problem: null },
        { ...SOURCE, address: '~/mine.json', name: 'mine.json', isOwn: true }
      ]
    },
    /1 of 2 sources is not up to date/
  ]
];

test('the Catalog without a connection is whole and accessible @newest', async ({
  page
}) => {
  let told = KEPT;
  // As the server tells it when its sources cannot be reached.
  await page.route(
    /\/jupyterlab-leap\/catalog\/(summary|refresh|sources)/,
    reply => reply.fulfill({ json: told })
  );
  await openLab(page);
  const catalog = await openSection(page, 'catalog');
  const head = page.locator('#jupyterlab-leap-sidebar');
  await setSidebarWidth(page, 240);
  for (const [name, summary, words] of STATES) {
    await test.step(name, async () => {
      told = summary;
      await head
        .getByRole('button', { name: /^Ask the catalog’s address/ })
        .click();
      await expect(catalog).toContainText(words);
      await expectAccessibleInBoth(page, '#jp-leap-catalog');
      await expectNothingCutOff(page);
      await head.getByRole('button', { name: /^Show which catalogs/ }).click();
      await expect(
        catalog.getByRole('list', { name: 'Sources' })
      ).toBeVisible();
      // How the list looks in the dark, another journey sees.
      await expectAccessible(page, '#jp-leap-catalog');
      await expectNothingCutOff(page);
      await catalog.getByRole('button', { name: 'Back to Results' }).click();
    });
  }
});
