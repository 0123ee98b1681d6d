import { expect, type Locator, type Page } from '@playwright/test';
import { openSection } from './lab';

/** Go to a place of the Buckets section as a user types it, with the keyboard alone. */
export async function goTo(buckets: Locator, place: string): Promise<void> {
  const box = buckets.getByLabel(/Filter names/);
  await box.fill(place);
  await box.press('Enter');
}

/** The place that the Buckets section shows. */
export const pathOf = (buckets: Locator): Locator =>
  buckets.getByRole('navigation', { name: 'Path' });

/** The Buckets section, with the folder in it that it opens with, unfiltered. */
export async function ownFolder(page: Page): Promise<Locator> {
  const buckets = await openSection(page, 'buckets');
  const own = /leap-scratch\W*funky-user\W*$/;
  await expect(pathOf(buckets)).toBeVisible();
  if (own.test((await pathOf(buckets).textContent()) ?? '')) {
    await buckets.getByLabel(/Filter names/).fill('');
  } else {
    await goTo(buckets, 'gs://leap-scratch/funky-user/');
  }
  await expect(pathOf(buckets)).toHaveText(own);
  await expect(buckets.getByRole('row', { name: /notes\.txt/ })).toBeVisible();
  return buckets;
}

/** The Catalog section with all of it listed: nothing is searched for, and no data set is open. */
export async function wholeCatalog(page: Page): Promise<Locator> {
  const catalog = await openSection(page, 'catalog');
  const box = catalog.getByLabel('Search the catalog');
  const back = catalog.getByRole('button', { name: 'Back to Results' });
  await expect(box.or(back).first()).toBeVisible();
  if (await back.isVisible()) {
    await back.click();
  }
  await box.fill('');
  await expect(
    catalog.getByText('12 data sets', { exact: true })
  ).toBeVisible();
  return catalog;
}
