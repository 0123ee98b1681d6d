import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { DEMO_FOLDER, openLab, openSection } from './lab';

interface ISheet {
  readonly objects: readonly { readonly name: string; readonly text: string }[];
}

const FOLDER = 'funky-user/odd-names/';

/** One of each kind, by what its content says is odd about it. */
const KINDS =
  /^(two slashes|an object named like|an object with content|percent signs|a tab|a right-to-left|a byte order mark|é as|a hash|a trailing dot|only spaces|markup that)/;

/** What the demo's bucket holds under odd names. */
const odd = (
  JSON.parse(
    readFileSync(`${DEMO_FOLDER}/buckets/leap-scratch.json`, 'utf8')
  ) as ISheet
).objects.filter(
  ({ name, text }) => name.startsWith(FOLDER) && KINDS.test(text)
);

test.describe('Odd names in the Buckets section', () => {
  test('B04 B06 B07 B08 B11 B12 B13 B17 B19 are copied letter for letter, and the copy opens the object it names @newest', async ({
    page
  }) => {
    test.setTimeout(120_000);
    expect(odd).toHaveLength(13);
    await openLab(page);
    const buckets = await openSection(page, 'buckets');
    const box = buckets.getByLabel(/Filter names/);
    const detail = buckets.getByLabel('The selected entry');
    for (const { name, text } of odd) {
      const path = `gs://leap-scratch/${name}`;
      await box.fill(path);
      await box.press('Enter');
      // Its content is read by its exact name.
      await expect(detail, JSON.stringify(name)).toContainText(text);
      await buckets.getByRole('grid').press('Control+c');
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toBe(path);
    }
  });
});
